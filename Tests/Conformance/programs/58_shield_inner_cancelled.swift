// A shield does not protect from a cancel of the inner task itself: that cancels the shield too.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func inner() async throws {
    try await sleep(for: .seconds(5))
}

try run {
    let task = createTask(inner)
    let shielded = shield(task)
    EventLoop.running?.callLater(.seconds(0.1)) { task.cancel() }
    do {
        try await shielded.value
    } catch is CancelledError {
        let count = LoopTask.current?.cancelling ?? 0
        log("shield:", shielded.cancelled, "inner:", task.cancelled, "my count:", count)
    }
}
