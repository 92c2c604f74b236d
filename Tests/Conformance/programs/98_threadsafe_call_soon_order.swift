// Callbacks sent from a thread run in the loop in the order they were sent, interleaved with the loop's own.
import ConcurrencyKit
import Foundation

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

try run {
    guard let loop = EventLoop.running else { return }
    let sent = DispatchSemaphore(value: 0)
    loop.callSoon { log("before") }
    let thread = Thread {
        for i in 0..<3 {
            loop.callSoonThreadsafe { log("from thread", i) }
        }
        sent.signal()
    }
    thread.start()
    sent.wait()
    loop.callSoon { log("after") }
    log("main has not let go yet")
    try await sleep(for: .seconds(0.1))
}
