import ConcurrencyKit

func backUp(
    _ files: [String],
    with copy: @escaping @Sendable (String) throws -> Void
) async throws -> [String] {
    try await toThread {
        files.filter { file in
            do {
                try copy(file)
                return false
            } catch {
                return true
            }
        }
    }
}
