import ConcurrencyKit

/// The file, from the first mirror that gives it.
///
/// The mirrors are asked one after the other, and each gets `patience` for its answer.
///
/// - Parameters:
///   - mirrors: at least one.
///   - fetch: gets the file from a mirror; it takes a while, it may throw, and it may need time to tidy up.
/// - Throws: the error of the last mirror if none gives the file; a mirror that is too slow has a `TimeoutError`.
func fetchFromMirrors(
    _ mirrors: [String],
    patience: Duration,
    with fetch: @escaping (String) async throws -> String
) async throws -> String {
    var lastError: any Error = TimeoutError()
    for mirror in mirrors {
        do {
            return try await timeout(after: patience) { try await fetch(mirror) }
        } catch let error as CancelledError {
            throw error
        } catch {
            lastError = error
        }
    }
    throw lastError
}
