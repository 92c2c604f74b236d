import ConcurrencyKit

func fetchAll(
    _ pages: [String],
    atMost limit: Int,
    with fetch: @escaping (String) async throws -> String
) async throws -> [String?] {
    let slots = Slots(limit)
    var texts: [String?] = []
    for page in pages {
        do { texts.append(try await slots.use { try await fetch(page) }) } catch let stop as CancelledError {
            throw stop
        } catch { texts.append(nil) }
    }
    return texts
}

/// A box of slots. Who finds it empty waits.
final class Slots {
    private var free: Int
    private var waiting: [Future<Void>] = []

    init(_ count: Int) { free = count }

    func use<Value>(_ body: () async throws -> Value) async throws -> Value {
        try await take()
        defer { giveBack() }
        return try await body()
    }

    private func take() async throws {
        if free > 0 {
            free -= 1
            return
        }
        let mine = Future<Void>()
        waiting.append(mine)
        do { try await mine.value } catch {
            if !mine.cancelled { giveBack() }
            throw error
        }
    }

    private func giveBack() {
        while !waiting.isEmpty {
            let next = waiting.removeFirst()
            if (try? next.setResult()) != nil { return }
        }
        free += 1
    }
}
