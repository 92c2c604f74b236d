// The message given to cancel() reaches the task itself and whoever awaits it; the last message before delivery is
// kept.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func body() async throws {
    do {
        try await sleep(for: .seconds(5))
    } catch let error as CancelledError {
        log("inside:", error.message as Any)
        throw error
    }
}

try run {
    for message in [nil, "shutting down", "7"] {
        let task = createTask(body)
        try await sleep(for: .zero)
        task.cancel(message)
        do {
            try await task.value
        } catch let error as CancelledError {
            log("outside:", error.message as Any)
        }
    }
    let task = createTask(body)
    task.cancel("first")
    task.cancel("second")
    do {
        try await task.value
    } catch let error as CancelledError {
        log("unstarted task:", error.message as Any)
    }
}
