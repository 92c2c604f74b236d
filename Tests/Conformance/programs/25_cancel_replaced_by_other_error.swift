// A task that answers a cancel with another error has failed, not been cancelled.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

struct RuntimeError: Error {
    let message: String
}

func body() async throws {
    do {
        try await sleep(for: .seconds(5))
    } catch is CancelledError {
        throw RuntimeError(message: "cleanup broke")
    }
}

try run {
    let task = createTask(body)
    try await sleep(for: .seconds(0.1))
    task.cancel()
    do {
        try await task.value
    } catch let error as RuntimeError {
        log("main sees", error.message)
    }
    if let error = try task.exception() {
        log("cancelled", task.cancelled, "exception", error, "count", task.cancelling)
    }
}
