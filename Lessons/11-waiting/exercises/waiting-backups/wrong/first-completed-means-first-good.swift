import ConcurrencyKit

func fetchWithBackups(
    from mirrors: [String],
    patience: Duration,
    with fetch: @escaping (String) async throws -> String
) async throws -> String {
    var left = mirrors[...]
    var running: [LoopTask<String>] = []
    do {
        while true {
            if let mirror = left.popFirst() {
                running.append(createTask(name: mirror) { try await fetch(mirror) })
            }
            guard !running.isEmpty else { throw TimeoutError() }
            let limit = left.isEmpty ? nil : patience
            let (done, pending) = try await wait(for: running, until: .firstCompleted, timeout: limit)
            running = pending
            guard let first = done.first else { continue }
            let text = try first.result()
            try await stop(running)
            return text
        }
    } catch {
        try await stop(running)
        throw error
    }
}

func stop(_ tasks: [LoopTask<String>]) async throws {
    for task in tasks { task.cancel() }
    if !tasks.isEmpty { _ = try await wait(for: tasks) }
}
