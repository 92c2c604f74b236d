// run() returns main's value only after cancelling and awaiting a task that main left behind.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func leftover() async throws {
    do {
        log("leftover starts")
        try await sleep(for: .seconds(5))
    } catch is CancelledError {
        log("leftover told to stop")
        try await sleep(for: .seconds(0.1))
        log("leftover cleaned up")
        throw CancelledError()
    }
}

let task = try run {
    let task = createTask(leftover)
    try await sleep(for: .zero)
    log("main returns")
    return task
}
print("after run:", task.done, task.cancelled)
