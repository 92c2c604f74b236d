// result(timeout) only stops the thread waiting; cancelling the future cancels the task in the loop.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func endless() async throws {
    do {
        try await sleep(for: .seconds(5))
    } catch let error as CancelledError {
        log("endless cancelled")
        throw error
    }
}

func client(_ loop: EventLoop) throws -> (String, Bool, Bool, Bool) {
    let future = loop.submit(endless)
    var first = ""
    do {
        try future.result(timeout: .seconds(0.2))
    } catch let error as TimeoutError {
        first = "\(error)"
    }
    return (first, future.done, future.cancel(), future.cancelled)
}

try run {
    guard let loop = EventLoop.running else { return }
    let result = try await toThread { try client(loop) }
    try await sleep(for: .seconds(0.1))
    log(result, "tasks left", loop.allTasks.count)
}
