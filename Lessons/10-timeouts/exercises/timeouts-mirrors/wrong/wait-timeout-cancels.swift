import ConcurrencyKit

func fetchFromMirrors(
    _ mirrors: [String],
    patience: Duration,
    with fetch: @escaping (String) async throws -> String
) async throws -> String {
    var lastError: any Error = TimeoutError()
    for mirror in mirrors {
        let task = createTask(name: mirror) { try await fetch(mirror) }
        let (done, _) = try await wait(for: [task], timeout: patience)
        if done.isEmpty {
            lastError = TimeoutError()
            continue
        }
        do { return try task.result() } catch { lastError = error }
    }
    throw lastError
}
