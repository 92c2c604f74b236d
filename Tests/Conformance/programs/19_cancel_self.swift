// A task that cancels itself is interrupted at its next await, or at its return if it never awaits again.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func thenAwaits() async throws -> Int {
    LoopTask.current?.cancel()
    log("still running")
    defer { log("stopped at the await") }
    try await sleep(for: .seconds(1))
    return 0
}

func thenReturns() async throws -> Int {
    LoopTask.current?.cancel()
    log("returning 7")
    return 7
}

try run {
    for (name, function) in [("then_awaits", thenAwaits), ("then_returns", thenReturns)] {
        let task = createTask(name: name, function)
        do {
            log("value", try await task.value)
        } catch is CancelledError {
            log(task.name, "cancelled:", task.cancelled)
        }
    }
}
