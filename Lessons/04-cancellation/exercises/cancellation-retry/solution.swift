import ConcurrencyKit

/// What `work` returns when it succeeds at last.
///
/// It is tried at most `tries` times, which is at least 1. After the first failure
/// comes a pause, and each further pause is twice as long as the one before.
///
/// - Throws: the error of the last try; `CancelledError` if it is asked to stop.
func retry<Output>(
    tries: Int,
    pausing pause: Duration,
    _ work: @escaping () async throws -> Output
) async throws -> Output {
    var pause = pause
    for _ in 1..<tries {
        do {
            return try await work()
        } catch let cancellation as CancelledError {
            throw cancellation
        } catch {
            try await sleep(for: pause)
            pause *= 2
        }
    }
    return try await work()
}
