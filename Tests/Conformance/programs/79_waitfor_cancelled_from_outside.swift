// Cancelling a wait_for cancels the inner task as well, and gives CancelledError, not TimeoutError.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func inner() async throws {
    defer { log("inner stopped") }
    try await sleep(for: .seconds(5))
}

try run {
    let task = createTask(inner)
    let waiter = createTask { try await wait(for: task, timeout: .seconds(0.5)) }
    try await sleep(for: .seconds(0.1))
    waiter.cancel("enough")
    do {
        try await waiter.value
    } catch let error as CancelledError {
        log("CancelledError", error.message as Any, "inner cancelled", task.cancelled)
    }
}
