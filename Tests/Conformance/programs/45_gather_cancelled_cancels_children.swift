// Cancelling a task that awaits gather cancels each unfinished child, in argument order, but gather ends with the first
// child to end.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func work(_ name: String, _ delay: Double, cleanup: Double) async throws {
    do {
        try await sleep(for: .seconds(delay))
        log(name, "done")
    } catch let error as CancelledError {
        log(name, "cancelled")
        try await sleep(for: .seconds(cleanup))
        log(name, "clean")
        throw error
    }
}

func outer() async throws {
    do {
        try await gather(
            { try await work("a", 5, cleanup: 0.2) },
            { try await work("b", 0, cleanup: 0) },
            { try await work("c", 5, cleanup: 0.1) }
        )
    } catch let error as CancelledError {
        log("gather raised CancelledError")
        throw error
    }
}

try run {
    let task = createTask(outer)
    try await sleep(for: .seconds(0.1))
    task.cancel()
    _ = try await wait(for: [task])
    log("outer cancelled", task.cancelled)
    try await sleep(for: .seconds(0.2))
    log("end")
}
