import ConcurrencyKit

func fetchFromMirrors(
    _ mirrors: [String],
    patience: Duration,
    with fetch: @escaping (String) async throws -> String
) async throws -> String {
    var lastError: any Error = TimeoutError()
    for mirror in mirrors {
        let text: String? = try await timeout(after: patience) {
            do {
                return try await fetch(mirror)
            } catch let error as TimeoutError {
                lastError = error
                return nil
            } catch let error as CancelledError {
                throw error
            } catch {
                lastError = error
                return nil
            }
        }
        if let text { return text }
    }
    throw lastError
}
