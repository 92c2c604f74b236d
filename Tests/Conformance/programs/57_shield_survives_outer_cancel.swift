// Cancelling the waiter leaves the shielded task running; the waiter itself still gets CancelledError.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func save() async throws -> String {
    log("save starts")
    try await sleep(for: .seconds(0.3))
    log("save finished")
    return "saved"
}

func waiter(_ task: LoopTask<String>) async throws {
    do {
        _ = try await shield(task).value
    } catch let error as CancelledError {
        log("waiter cancelled; save done:", task.done, "save count:", task.cancelling)
        throw error
    }
}

try run {
    let task = createTask(save)
    let waiting = createTask { try await waiter(task) }
    try await sleep(for: .seconds(0.1))
    waiting.cancel()
    _ = try await wait(for: [waiting])
    log("waiter over:", waiting.cancelled)
    log("main gets", try await task.value)
}
