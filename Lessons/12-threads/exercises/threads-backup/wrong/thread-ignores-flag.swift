import ConcurrencyKit

func backUp(
    _ files: [String],
    with copy: @escaping @Sendable (String) throws -> Void
) async throws -> [String] {
    let copying = createTask {
        try await toThread {
            var failed: [String] = []
            for file in files {
                do { try copy(file) } catch { failed.append(file) }
            }
            return failed
        }
    }
    do {
        return try await shield(copying).value
    } catch let cancellation as CancelledError {
        try await wait(for: [copying])
        throw cancellation
    }
}
