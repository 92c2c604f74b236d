// Cancellation is delivered once. Swallow it and the task goes on; uncancel() brings the request count back to zero.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func stubborn() async throws -> String {
    guard let me = LoopTask.current else { return "nobody" }
    do {
        try await sleep(for: .seconds(5))
    } catch is CancelledError {
        log("swallowed, cancelling", me.cancelling)
    }
    try await sleep(for: .seconds(0.1))
    log("slept again freely, cancelling", me.cancelling)
    log("uncancel ->", me.uncancel())
    log("uncancel below zero ->", me.uncancel())
    return "finished"
}

try run {
    let task = createTask(stubborn)
    try await sleep(for: .seconds(0.1))
    task.cancel()
    log("result", try await task.value, "cancelled", task.cancelled)
}
