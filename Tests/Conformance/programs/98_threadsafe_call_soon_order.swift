// Callbacks sent from a thread run in the loop in the order they were sent, interleaved with the loop's own.
import ConcurrencyKit
import Foundation

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

/// Starts the client in a thread of its own and blocks until it has sent everything.
func runClient(_ loop: EventLoop) {
    let sent = DispatchSemaphore(value: 0)
    Thread {
        for i in 0..<3 {
            loop.callSoonThreadsafe { log("from thread", i) }
        }
        sent.signal()
    }.start()
    sent.wait()
}

try run {
    guard let loop = EventLoop.running else { return }
    loop.callSoon { log("before") }
    runClient(loop)
    loop.callSoon { log("after") }
    log("main has not let go yet")
    try await sleep(for: .seconds(0.1))
}
