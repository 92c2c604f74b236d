import ConcurrencyKit

func backUp(
    _ files: [String],
    with copy: @escaping @Sendable (String) throws -> Void
) async throws -> [String] {
    var failed: [String] = []
    for file in files {
        do {
            try await toThread { try copy(file) }
        } catch let cancellation as CancelledError {
            throw cancellation
        } catch {
            failed.append(file)
        }
    }
    return failed
}
