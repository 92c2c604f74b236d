// A cancel from elsewhere passes through as CancelledError if the deadline has not come.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func body() async throws {
    let limit = Timeout(after: .seconds(0.3))
    do {
        try await limit.run {
            try await sleep(for: .seconds(5))
        }
    } catch let error as CancelledError {
        log("CancelledError, expired", limit.expired, "count", LoopTask.current?.cancelling ?? 0)
        throw error
    }
}

try run {
    let task = createTask(body)
    try await sleep(for: .seconds(0.1))
    task.cancel()
    _ = try await wait(for: [task])
    log("cancelled", task.cancelled)
}
