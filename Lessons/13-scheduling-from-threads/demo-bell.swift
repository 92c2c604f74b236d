import ConcurrencyKit
import Foundation

// slice: main
func watchDoor(_ loop: EventLoop, _ ring: Future<String>) {
    let hold = loop.hold()
    Thread.detachNewThread {
        block(for: .milliseconds(200))
        loop.callSoonThreadsafe { try ring.setResult("the front door") }
        hold.release()
    }
}

try run {
    let ring = Future<String>()
    watchDoor(EventLoop.running!, ring)
    print("waiting for the bell")
    print("somebody is at \(try await ring.value)")
}
// end
