import ConcurrencyKit
import Foundation
import Testing

/// Topic 13 of behaviours.md: the place of a thread's calls among the loop's own.
@Suite struct ThreadCallOrderTests {
    /// Lets a thread send two calls, and holds up the loop until they are sent: from then on no race is left.
    private static func callFromAThread(_ name: String, _ loop: EventLoop, _ log: Transcript) {
        let sent = DispatchSemaphore(value: 0)
        Thread {
            for number in 1...2 {
                loop.callSoonThreadsafe { log(name, number) }
            }
            sent.signal()
        }.start()
        sent.wait()
    }

    @Test(.promise(298)) func callsOfAThreadComeBeforeWhatTheLoopSchedulesAfterThem() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            let future = Future<Void>()
            future.addDoneCallback { _ in log("callback of a future") }
            loop.callSoon { log("call before") }
            Self.callFromAThread("thread a", loop, log)
            loop.callSoon { log("call after") }
            Self.callFromAThread("thread b", loop, log)
            createTask { log("task") }
            Self.callFromAThread("thread c", loop, log)
            try future.setResult()
            Self.callFromAThread("thread d", loop, log)
            try await sleep(for: .zero)
            log("main")
        }
        #expect(
            seen == """
                [0.0] call before
                [0.0] thread a 1
                [0.0] thread a 2
                [0.0] call after
                [0.0] thread b 1
                [0.0] thread b 2
                [0.0] task
                [0.0] thread c 1
                [0.0] thread c 2
                [0.0] callback of a future
                [0.0] thread d 1
                [0.0] thread d 2
                [0.0] main
                """
        )
    }
}
