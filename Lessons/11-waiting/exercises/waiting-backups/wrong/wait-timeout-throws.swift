import ConcurrencyKit

func fetchWithBackups(
    from mirrors: [String],
    patience: Duration,
    with fetch: @escaping (String) async throws -> String
) async throws -> String {
    var left = mirrors[...]
    var running: [LoopTask<String>] = []
    var asksNext = true
    var lastError: any Error = TimeoutError()
    do {
        while true {
            if asksNext, let mirror = left.popFirst() {
                running.append(createTask(name: mirror) { try await fetch(mirror) })
            }
            asksNext = false
            guard !running.isEmpty else { throw lastError }
            let done: [LoopTask<String>]
            do {
                (done, running) = try await wait(for: running, until: .firstCompleted, timeout: patience)
            } catch is TimeoutError {
                asksNext = true
                continue
            }
            var text: String?
            for task in done {
                do { text = try task.result() } catch {
                    lastError = error
                    asksNext = true
                }
            }
            guard let text else { continue }
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
