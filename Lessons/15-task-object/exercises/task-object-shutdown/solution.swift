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
    do {
        if !tasks.isEmpty { _ = try await wait(for: tasks, timeout: grace) }
        try await stop(tasks)
    } catch {
        try await stop(tasks)
        throw error
    }
    return try tasks.map(ending)
}

/// Asks those that nobody has asked yet, and waits until all have ended.
func stop(_ tasks: [LoopTask<String>]) async throws {
    for task in tasks where task.cancelling == 0 { task.cancel() }
    if !tasks.isEmpty { _ = try await wait(for: tasks) }
}

func ending(of task: LoopTask<String>) throws -> Ending {
    if task.cancelled { return .cancelled }
    if try task.exception() != nil { return .failed }
    return .returned(try task.result())
}
