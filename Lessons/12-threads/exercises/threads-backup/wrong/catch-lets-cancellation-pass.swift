import ConcurrencyKit
import Synchronization

func backUp(
    _ files: [String],
    with copy: @escaping @Sendable (String) throws -> Void
) async throws -> [String] {
    let stop = Stop()
    let copying = createTask {
        try await toThread {
            var failed: [String] = []
            for file in files where !stop.flag.load(ordering: .relaxed) {
                do { try copy(file) } catch { failed.append(file) }
            }
            return failed
        }
    }
    do {
        return try await shield(copying).value
    } catch {
        stop.flag.store(true, ordering: .relaxed)
        return try await copying.value
    }
}

final class Stop: Sendable {
    let flag = Atomic(false)
}
