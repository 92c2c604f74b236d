// return_exceptions=True does not swallow a cancel of the gather itself: it waits for the children, then raises
// CancelledError.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func work(_ name: String, answer: String?) async throws -> String {
    do {
        try await sleep(for: .seconds(5))
        return name
    } catch let error as CancelledError {
        log(name, "cancelled")
        try await sleep(for: .seconds(0.1))
        if let answer { return answer }
        throw error
    }
}

func outer() async throws {
    log(
        "never:",
        try await gatherResults(
            { try await work("a", answer: "refuses") },
            { try await work("b", answer: nil) }
        )
    )
}

try run {
    let task = createTask(outer)
    try await sleep(for: .seconds(0.1))
    log("cancel", task.cancel("stop"))
    do {
        try await task.value
    } catch let error as CancelledError {
        log("outer ended", error.message as Any, task.cancelled)
    }
}
