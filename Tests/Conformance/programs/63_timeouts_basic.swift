// timeout() turns its own cancel into TimeoutError outside the block; the task goes on with a count of zero.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

try run {
    guard let me = LoopTask.current else { return }
    let limit = Timeout(after: .seconds(0.1))
    do {
        try await limit.run {
            do {
                try await sleep(for: .seconds(5))
            } catch let error as CancelledError {
                log("inside: CancelledError, expired", limit.expired, "count", me.cancelling)
                throw error
            }
        }
    } catch let error as TimeoutError {
        if let cause = error.underlying { log("outside: TimeoutError, cause", type(of: cause)) }
    }
    log("expired", limit.expired, "count", me.cancelling)
    let generous = Timeout(after: .seconds(0.3))
    try await generous.run {
        try await sleep(for: .seconds(0.1))
    }
    log("in time, expired", generous.expired)
    try await sleep(for: .seconds(0.3))
    log("the unused timer never fires")
}
