import ConcurrencyKit

func fetchWithBackups(
    from mirrors: [String],
    patience: Duration,
    with fetch: @escaping (String) async throws -> String
) async throws -> String {
    var left = mirrors[...]
    var running: [LoopTask<String>] = []
    var lastError: any Error = TimeoutError()
    while true {
        if let mirror = left.popFirst() {
            running.append(createTask(name: mirror) { try await fetch(mirror) })
        }
        guard !running.isEmpty else { throw lastError }
        let limit = left.isEmpty ? nil : patience
        let (done, pending) = try await wait(for: running, until: .firstCompleted, timeout: limit)
        running = pending
        var text: String?
        for task in done {
            do { text = try task.result() } catch { lastError = error }
        }
        guard let text else { continue }
        try await stop(running)
        return text
    }
}

func stop(_ tasks: [LoopTask<String>]) async throws {
    for task in tasks { task.cancel() }
    if !tasks.isEmpty { _ = try await wait(for: tasks) }
}
