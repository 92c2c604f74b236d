import ConcurrencyKit

enum Ending: Equatable {
    case returned(String)
    case failed
    case cancelled
}

func shutDown(_ tasks: [LoopTask<String>], grace: Duration) async throws -> [Ending] {
    do {
        do { _ = try await timeout(after: grace) { try await gather(tasks) } } catch is TimeoutError {}
        try await stop(tasks)
    } catch {
        try await stop(tasks)
        throw error
    }
    return try tasks.map(ending)
}

func stop(_ tasks: [LoopTask<String>]) async throws {
    for task in tasks where task.cancelling == 0 { task.cancel() }
    if !tasks.isEmpty { _ = try await wait(for: tasks) }
}

func ending(of task: LoopTask<String>) throws -> Ending {
    if task.cancelled { return .cancelled }
    if try task.exception() != nil { return .failed }
    return .returned(try task.result())
}
