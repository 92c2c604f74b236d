import ConcurrencyKit

/// Fetches all pages at the same time, and shows each as soon as it has ended.
///
/// - Parameters:
///   - pages: each of them once; there may be none.
///   - limit: how long all of it may take; what is missing then is cancelled.
///   - fetch: fetches one page; it takes a while, it may throw, and it may need time to tidy up.
///   - show: is given a page and its text; `nil` in place of the text if the page cannot be fetched.
/// - Returns: the pages that are missing when the time is over, in the order of `pages`.
func showPages(
    _ pages: [String],
    within limit: Duration,
    with fetch: @escaping (String) async throws -> String,
    show: @escaping (String, String?) -> Void
) async throws -> [String] {
    let tasks = pages.map { page in createTask(name: page) { try await fetch(page) } }
    var missing = tasks
    do {
        do {
            for try await task in asCompleted(tasks, timeout: limit) {
                missing.removeAll { $0 == task }
                do { show(task.name, try task.result()) } catch { show(task.name, nil) }
            }
        } catch is TimeoutError {}
        try await stop(missing)
        return missing.map(\.name)
    } catch {
        try await stop(missing)
        throw error
    }
}

/// Cancels the tasks and waits until they have ended.
func stop(_ tasks: [LoopTask<String>]) async throws {
    for task in tasks { task.cancel() }
    if !tasks.isEmpty { _ = try await wait(for: tasks) }
}
