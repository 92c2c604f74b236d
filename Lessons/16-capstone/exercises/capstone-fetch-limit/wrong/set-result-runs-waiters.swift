import ConcurrencyKit

func fetchAll(
    _ pages: [String],
    atMost limit: Int,
    with fetch: @escaping (String) async throws -> String
) async throws -> [String?] {
    let slots = Slots(limit)
    let fetches = pages.map { page in
        Coroutine { try await slots.use { try await fetch(page) } }
    }
    return try await gatherResults(fetches).map { result in try? result.get() }
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
        if free <= 0 {
            let mine = Future<Void>()
            waiting.append(mine)
            try await mine.value
        }
        free -= 1
    }

    private func giveBack() {
        free += 1
        if !waiting.isEmpty { try? waiting.removeFirst().setResult() }
    }
}
