import ConcurrencyKit

func fetchFromMirrors(
    _ mirrors: [String],
    patience: Duration,
    with fetch: @escaping (String) async throws -> String
) async throws -> String {
    var lastError: any Error = TimeoutError()
    for mirror in mirrors {
        do {
            return try await timeout(after: patience) { try await fetch(mirror) }
        } catch {
            lastError = error
        }
    }
    throw lastError
}
