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
        while !missing.isEmpty {
            let (done, pending) = try await wait(for: missing, until: .firstCompleted, timeout: limit)
            if done.isEmpty { break }
            missing = pending
            for task in done {
                do { show(task.name, try task.result()) } catch { show(task.name, nil) }
            }
        }
        try await stop(missing)
    } catch {
        try await stop(missing)
        throw error
    }
    return missing.map(\.name)
}

func stop(_ tasks: [LoopTask<String>]) async throws {
    for task in tasks { task.cancel() }
    if !tasks.isEmpty { _ = try await wait(for: tasks) }
}
