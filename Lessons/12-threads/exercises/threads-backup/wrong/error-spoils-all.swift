import ConcurrencyKit

func backUp(
    _ files: [String],
    with copy: @escaping @Sendable (String) throws -> Void
) async throws -> [String] {
    for file in files {
        try await toThread { try copy(file) }
    }
    return []
}
