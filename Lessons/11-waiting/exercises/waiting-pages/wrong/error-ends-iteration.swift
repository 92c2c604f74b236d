import ConcurrencyKit

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
                show(task.name, try task.result())
            }
        } catch is TimeoutError {}
        try await stop(missing)
        return missing.map(\.name)
    } catch {
        try await stop(missing)
        throw error
    }
}

func stop(_ tasks: [LoopTask<String>]) async throws {
    for task in tasks { task.cancel() }
    if !tasks.isEmpty { _ = try await wait(for: tasks) }
}
