import ConcurrencyKit

/// The file, from whichever mirror gives it first.
///
/// The first mirror is asked at once. The next one is asked as well, whenever `patience` is over without a file, or a
/// mirror has failed. Those that were asked before stay in the race.
///
/// - Parameters:
///   - mirrors: at least one.
///   - fetch: gets the file from a mirror; it takes a while, it may throw, and it may need time to tidy up.
/// - Throws: the last error, if all mirrors have failed.
func fetchWithBackups(
    from mirrors: [String],
    patience: Duration,
    with fetch: @escaping (String) async throws -> String
) async throws -> String {
    var left = mirrors[...]
    var running: [LoopTask<String>] = []
    var lastError: any Error = TimeoutError()
    do {
        while true {
            if let mirror = left.popFirst() {
                running.append(createTask(name: mirror) { try await fetch(mirror) })
            }
            guard !running.isEmpty else { throw lastError }
            let limit = left.isEmpty ? nil : patience
            let (done, pending) = try await wait(for: running, until: .firstCompleted, timeout: limit)
            running = pending
            var text: String?
            for task in done {
                do { text = try task.result() } catch { lastError = error }
            }
            guard let text else { continue }
            try await stop(running)
            return text
        }
    } catch {
        try await stop(running)
        throw error
    }
}

/// Cancels the tasks and waits until they have ended.
func stop(_ tasks: [LoopTask<String>]) async throws {
    for task in tasks { task.cancel() }
    if !tasks.isEmpty { _ = try await wait(for: tasks) }
}
