import ConcurrencyKit

func fetchFromMirrors(
    _ mirrors: [String],
    patience: Duration,
    with fetch: @escaping (String) async throws -> String
) async throws -> String {
    var lastError: any Error = TimeoutError()
    return try await timeout(after: patience) {
        for mirror in mirrors {
            do {
                return try await fetch(mirror)
            } catch let error as CancelledError {
                throw error
            } catch {
                lastError = error
            }
        }
        throw lastError
    }
}
