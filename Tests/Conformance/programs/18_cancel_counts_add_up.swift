// Each cancel() counts, even before delivery; two quick cancels are still delivered as one error.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func body() async throws -> Int {
    guard let me = LoopTask.current else { return 0 }
    var hits = 0
    for _ in 0..<3 {
        do {
            try await sleep(for: .seconds(0.2))
            log("slept, cancelling", me.cancelling)
        } catch is CancelledError {
            hits += 1
            log("hit", hits, "cancelling", me.cancelling)
        }
    }
    return hits
}

try run {
    let task = createTask(body)
    try await sleep(for: .seconds(0.1))
    log(task.cancel(), task.cancel(), "cancelling", task.cancelling)
    try await sleep(for: .seconds(0.1))
    log(task.cancel(), "cancelling", task.cancelling)
    log("hits", try await task.value, "cancelling", task.cancelling)
}
