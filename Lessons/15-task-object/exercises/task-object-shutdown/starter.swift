import ConcurrencyKit

/// How a task has ended.
enum Ending: Equatable {
    case returned(String)
    case failed
    case cancelled
}

/// Lets tasks end by themselves for a while, then cancels those that have not, and tells how each has ended.
///
/// - Parameters:
///   - tasks: some may have ended already, and some may have been asked to stop; there may be none.
///   - grace: how long they may go on by themselves.
/// - Returns: one ending for each task, in the order of `tasks`; all of them have ended by then.
func shutDown(_ tasks: [LoopTask<String>], grace: Duration) async throws -> [Ending] {
    // First patience, then a request, and in the end the questions in the safe order.
    []
}
