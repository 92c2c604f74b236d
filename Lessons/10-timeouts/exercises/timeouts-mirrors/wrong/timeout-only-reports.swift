import ConcurrencyKit

func fetchFromMirrors(
    _ mirrors: [String],
    patience: Duration,
    with fetch: @escaping (String) async throws -> String
) async throws -> String {
    var lastError: any Error = TimeoutError()
    for mirror in mirrors {
        let start = EventLoop.running?.time ?? .zero
        do {
            let text = try await fetch(mirror)
            guard let end = EventLoop.running?.time, end - start > patience else { return text }
            lastError = TimeoutError()
        } catch let error as CancelledError {
            throw error
        } catch {
            lastError = error
        }
    }
    throw lastError
}
