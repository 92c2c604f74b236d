// Two blocks with the very same deadline both expire in one turn; one CancelledError is delivered and the outermost
// converts it.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

try run {
    guard let loop = EventLoop.running, let me = LoopTask.current else { return }
    let when = loop.time + .seconds(0.1)
    var hits = 0
    let a = Timeout(at: when)
    let b = Timeout(at: when)
    do {
        try await a.run {
            do {
                try await b.run {
                    do {
                        try await sleep(for: .seconds(5))
                    } catch let error as CancelledError {
                        hits += 1
                        log("count in the middle", me.cancelling)
                        throw error
                    }
                }
            } catch let error as CancelledError {
                log("inner passes CancelledError on, count", me.cancelling)
                throw error
            }
        }
    } catch is TimeoutError {
        log("outer TimeoutError", a.expired, b.expired, "hits", hits, "count", me.cancelling)
    }
}
