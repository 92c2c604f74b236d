import ConcurrencyKit

func backUp(
    _ files: [String],
    with copy: @escaping @Sendable (String) throws -> Void
) async throws -> [String] {
    var failed: [String] = []
    for file in files {
        do { try copy(file) } catch { failed.append(file) }
        try await sleep(for: .zero)
    }
    return failed
}
