import ConcurrencyKit

/// Work that tells the transcript what becomes of it.
enum Narrated {
    /// Sleeps for `seconds`, and says when it starts, ends, or is cancelled.
    ///
    ///     [0.0] a starts
    ///     [1.0] a CancelledError: stop
    ///     [3.0] a is clean
    ///
    /// - Parameters:
    ///   - cleanup: how long it goes on after a cancellation.
    ///   - failure: thrown at the end instead of returning the name.
    ///   - answer: thrown after a cancellation instead of passing it on.
    static func sleep(
        _ name: String,
        _ seconds: Double,
        cleanup: Double = 0,
        failing failure: Failure? = nil,
        answering answer: Failure? = nil,
        in log: Transcript
    ) async throws -> String {
        log(name, "starts")
        do { try await ConcurrencyKit.sleep(for: .seconds(seconds)) } catch {
            log(name, error)
            if cleanup > 0 {
                try await ConcurrencyKit.sleep(for: .seconds(cleanup))
                log(name, "is clean")
            }
            throw answer ?? error
        }
        log(name, "ends")
        if let failure { throw failure }
        return name
    }
}

/// The cancellation count of the task that runs.
var ownCount: Int { LoopTask.current?.cancelling ?? -1 }
