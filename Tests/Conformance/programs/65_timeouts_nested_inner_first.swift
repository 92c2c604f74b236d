// The inner deadline is handled inside; the outer goes on counting and fires later, through the same task.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

try run {
    guard let me = LoopTask.current else { return }
    do {
        try await timeout(after: .seconds(0.3)) {
            for i in 0..<3 {
                do {
                    try await timeout(after: .seconds(0.12)) {
                        try await sleep(for: .seconds(5))
                    }
                } catch is TimeoutError {
                    log("inner timeout", i, "count", me.cancelling)
                }
            }
        }
    } catch is TimeoutError {
        log("outer timeout, count", me.cancelling)
    }
}
