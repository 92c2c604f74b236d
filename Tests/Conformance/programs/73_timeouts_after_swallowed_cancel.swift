// A timeout entered with a cancel already counted still works: it compares with the count it found.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func body() async throws -> String {
    guard let me = LoopTask.current else { return "nobody" }
    do {
        try await sleep(for: .seconds(5))
    } catch is CancelledError {
        log("swallowed without uncancel, count", me.cancelling)
    }
    do {
        try await timeout(after: .seconds(0.1)) {
            try await sleep(for: .seconds(5))
        }
    } catch is TimeoutError {
        log("TimeoutError, count", me.cancelling)
    }
    return "done"
}

try run {
    let task = createTask(body)
    try await sleep(for: .seconds(0.1))
    task.cancel()
    log(try await task.value)
}
