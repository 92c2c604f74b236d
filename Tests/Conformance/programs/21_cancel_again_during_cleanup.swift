// A second cancel() interrupts an await inside the cleanup of the first.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func body() async throws {
    do {
        try await sleep(for: .seconds(5))
    } catch is CancelledError {
        log("cleanup begins")
        defer { log("cleanup interrupted, cancelling", LoopTask.current?.cancelling ?? 0) }
        try await sleep(for: .seconds(5))
        log("never")
    }
}

try run {
    let task = createTask(body)
    try await sleep(for: .seconds(0.1))
    task.cancel()
    try await sleep(for: .seconds(0.2))
    task.cancel()
    do {
        try await task.value
    } catch is CancelledError {
        log("ended, cancelled", task.cancelled)
    }
}
