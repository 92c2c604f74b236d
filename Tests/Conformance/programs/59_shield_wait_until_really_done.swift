// Finish a critical step even if cancelled meanwhile: shield, catch, await the same task, then let the cancel go on.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func commit() async throws -> String {
    for i in 0..<3 {
        log("step", i)
        try await sleep(for: .seconds(0.2))
    }
    return "committed"
}

func worker() async throws {
    let task = createTask(commit)
    do {
        _ = try await shield(task).value
    } catch let error as CancelledError {
        log("asked to stop; finishing first")
        log(try await task.value)
        throw error
    }
}

try run {
    let task = createTask(worker)
    try await sleep(for: .seconds(0.3))
    task.cancel()
    _ = try await wait(for: [task])
    log("worker cancelled:", task.cancelled)
}
