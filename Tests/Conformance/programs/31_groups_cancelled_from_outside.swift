// Cancelling the parent cancels the child, waits for it, and lets the CancelledError through; the count stays 1.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func child() async throws {
    do {
        try await sleep(for: .seconds(5))
    } catch {
        log("child finally")
        try await sleep(for: .seconds(0.1))
        log("child out")
        throw error
    }
}

func parent() async throws {
    do {
        try await withLoopTaskGroup { group in
            try group.createTask(child)
            log("body done, waiting")
        }
    } catch let error as CancelledError {
        log("parent out, count", LoopTask.current?.cancelling ?? 0)
        throw error
    }
}

try run {
    let task = createTask(parent)
    try await sleep(for: .seconds(0.1))
    task.cancel()
    _ = try await wait(for: [task])
    log("cancelled", task.cancelled)
}
