// A task cancelled before its first turn never runs its body, yet ends cancelled one turn later.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func body() async throws {
    log("never printed")
    defer { log("never printed either") }
    try await sleep(for: .seconds(1))
}

try run {
    let task = createTask(body)
    log("cancel says", task.cancel(), "done", task.done, "cancelled", task.cancelled)
    try await sleep(for: .zero)
    log("after a turn: done", task.done, "cancelled", task.cancelled)
    log("second cancel says", task.cancel())
    do {
        try await task.value
    } catch is CancelledError {
        log("awaiting it raises CancelledError")
    }
}
