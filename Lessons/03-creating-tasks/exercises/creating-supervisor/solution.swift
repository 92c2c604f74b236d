import ConcurrencyKit

/// Starts a worker, and starts it anew each time that it fails, until one returns.
///
/// - Parameters:
///   - name: what the tasks of the workers are called, with a number: "mail 1", "mail 2", …
///   - workers: how many workers are started at most; 1 or more.
///   - pause: the time from a failure to the next start.
///   - work: what a worker does; it takes a while, and it may throw.
/// - Returns: at once: the task that watches. It gives what the worker returned, or throws the error of the last one.
func supervise(
    _ name: String,
    atMost workers: Int,
    pause: Duration,
    _ work: @escaping () async throws -> String
) -> LoopTask<String> {
    createTask(name: "\(name) supervisor") {
        for number in 1..<workers {
            do {
                return try await createTask(name: "\(name) \(number)") { try await work() }.value
            } catch let request as CancelledError {
                throw request
            } catch {
                try await sleep(for: pause)
            }
        }
        return try await createTask(name: "\(name) \(workers)") { try await work() }.value
    }
}
