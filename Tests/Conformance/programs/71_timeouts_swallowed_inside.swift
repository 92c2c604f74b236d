// A block that swallows the timeout's cancel leaves normally, without TimeoutError, though expired() is true and the
// count is restored.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

try run {
    guard let me = LoopTask.current else { return }
    let limit = Timeout(after: .seconds(0.1))
    try await limit.run {
        do {
            try await sleep(for: .seconds(5))
        } catch is CancelledError {
            log("swallowed, count", me.cancelling)
        }
        try await sleep(for: .seconds(0.2))
        log("kept going inside the block")
    }
    log("no error; expired", limit.expired, "count", me.cancelling)
}
