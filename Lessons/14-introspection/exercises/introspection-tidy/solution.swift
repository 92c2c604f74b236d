import ConcurrencyKit

/// Runs `body`, and then stops the tasks that it has left behind.
///
/// They are cancelled, and waited for until they have tidied up: when `body` has
/// returned, when it has failed, and when this is cancelled, at any moment. Tasks
/// that were there before `body` are left alone.
///
/// - Returns: the names of the tasks that had to be stopped, in the order in which
///   they were made.
/// - Throws: what `body` throws; `CancelledError` if it was cancelled.
func tidily(_ body: () async throws -> Void) async throws -> [String] {
    let before = Set(EventLoop.running!.allTasks)
    do {
        try await body()
    } catch {
        _ = try await stopTasks(except: before)
        throw error
    }
    return try await stopTasks(except: before)
}

private func stopTasks(except before: Set<LoopTask<Any>>) async throws -> [String] {
    let left = EventLoop.running!.allTasks.filter { !before.contains($0) }
    guard !left.isEmpty else { return [] }
    for task in left { task.cancel() }
    do {
        try await wait(for: left)
    } catch let cancellation as CancelledError {
        // Also then nobody is left behind.
        let late = left.filter { !$0.done }
        if !late.isEmpty { try await wait(for: late) }
        throw cancellation
    }
    return left.map(\.name)
}
