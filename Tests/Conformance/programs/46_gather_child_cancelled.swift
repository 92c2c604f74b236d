// A cancelled child looks like an error to gather: the awaiter gets CancelledError, but neither it nor gather is
// cancelled.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func work(_ name: String, _ delay: Double) async throws -> String {
    try await sleep(for: .seconds(delay))
    log(name, "done")
    return name
}

try run {
    let a = createTask { try await work("a", 5) }
    let b = createTask { try await work("b", 0.2) }
    let both = gatherFuture(a, b)
    EventLoop.running?.callLater(.seconds(0.1)) { a.cancel() }
    do {
        _ = try await both.value
    } catch is CancelledError {
        log("CancelledError; gather cancelled:", both.cancelled, "my count:", LoopTask.current?.cancelling ?? 0)
    }
    if let error = try both.exception() { log("stored in gather:", error) }
    log("b still gives", try await b.value)
}
