// If someone also cancels while the block is still cleaning up after its timeout, the cancel wins over TimeoutError.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func body() async throws {
    let limit = Timeout(after: .seconds(0.1))
    do {
        try await limit.run {
            do {
                try await sleep(for: .seconds(5))
            } catch {
                log("slow cleanup")
                try await sleep(for: .seconds(0.2))
                throw error
            }
        }
    } catch is TimeoutError {
        log("never")
    } catch let error as CancelledError {
        log("CancelledError, expired", limit.expired, "count", LoopTask.current?.cancelling ?? 0)
        throw error
    }
}

try run {
    let task = createTask(body)
    try await sleep(for: .seconds(0.2))
    task.cancel()
    _ = try await wait(for: [task])
    log("cancelled", task.cancelled)
}
