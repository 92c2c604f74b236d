// A timeout around a task group cancels the child through the parent, waits for its cleanup, then raises TimeoutError.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func child() async throws {
    do {
        try await sleep(for: .seconds(5))
    } catch {
        log("child cleanup")
        try await sleep(for: .seconds(0.1))
        throw error
    }
}

try run {
    var task: LoopTask<Void>?
    do {
        try await timeout(after: .seconds(0.1)) {
            try await withLoopTaskGroup { group in
                task = try group.createTask(child)
                log("body over")
            }
        }
    } catch is TimeoutError {
        let (cancelled, count) = (task?.cancelled ?? false, LoopTask.current?.cancelling ?? 0)
        log("TimeoutError, child cancelled", cancelled, "count", count)
    }
}
