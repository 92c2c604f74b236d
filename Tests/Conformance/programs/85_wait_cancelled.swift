// Cancelling a task that is in wait() does not cancel the tasks it waits for.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func work() async throws {
    try await sleep(for: .seconds(0.3))
    log("work done")
}

func waiter(_ task: LoopTask<Void>) async throws {
    do {
        _ = try await wait(for: [task])
    } catch let error as CancelledError {
        log("waiter cancelled, work done:", task.done)
        throw error
    }
}

try run {
    let task = createTask(work)
    let waiting = createTask { try await waiter(task) }
    try await sleep(for: .seconds(0.1))
    waiting.cancel()
    try await sleep(for: .zero)
    log("waiter over:", waiting.cancelled)
    try await task.value
}
