// As Python 3.13: cancelled from outside while a child fails, the error group is thrown, and the cancel comes back at the
// next await.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

struct ValueError: Error {
    let message: String
}

func failLate() async throws {
    do {
        try await sleep(for: .seconds(5))
    } catch is CancelledError {
        throw ValueError(message: "late")
    }
}

func parent() async throws {
    guard let me = LoopTask.current else { return }
    do {
        try await withLoopTaskGroup { group in
            try group.createTask(failLate)
            try await sleep(for: .seconds(5))
        }
    } catch let group as ExceptionGroup {
        log("errors", group.errors(of: ValueError.self).map(\.message), "count", me.cancelling)
    }
    do {
        try await sleep(for: .seconds(5))
    } catch let error as CancelledError {
        log("cancel redelivered, count", me.cancelling)
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
