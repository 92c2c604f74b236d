import ConcurrencyKit

func showPages(
    _ pages: [String],
    within limit: Duration,
    with fetch: @escaping (String) async throws -> String,
    show: @escaping (String, String?) -> Void
) async throws -> [String] {
    let tasks = pages.map { page in createTask(name: page) { try await fetch(page) } }
    guard !tasks.isEmpty else { return [] }
    do {
        let (done, missing) = try await wait(for: tasks, timeout: limit)
        for task in done {
            do { show(task.name, try task.result()) } catch { show(task.name, nil) }
        }
        try await stop(missing)
        return missing.map(\.name)
    } catch {
        try await stop(tasks)
        throw error
    }
}

func stop(_ tasks: [LoopTask<String>]) async throws {
    for task in tasks { task.cancel() }
    if !tasks.isEmpty { _ = try await wait(for: tasks) }
}
