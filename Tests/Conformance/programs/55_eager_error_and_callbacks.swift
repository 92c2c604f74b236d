// An eager task that throws at once keeps its error until awaited; done callbacks still come through the loop, one turn
// later.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

/// Reads as its key, quoted, as Python's does.
struct KeyError: Error, CustomStringConvertible {
    let key: String
    var description: String { key.debugDescription }
}

func fail() async throws {
    throw KeyError(key: "eager")
}

func ok() async -> Int { 1 }

try run {
    EventLoop.running?.taskFactory = .eager
    let failing = createTask(fail)
    log("create_task did not raise; done", failing.done)
    let task = createTask(ok)
    task.addDoneCallback { log("callback", try $0.result()) }
    log("callback not yet called; cancel says", task.cancel())
    try await sleep(for: .zero)
    do {
        try await failing.value
    } catch let error as KeyError {
        log("awaiting raises", error)
    }
}
