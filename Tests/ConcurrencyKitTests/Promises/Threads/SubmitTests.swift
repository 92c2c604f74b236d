import ConcurrencyKit
import Dispatch
import Foundation
import Testing

/// Topic 13 of behaviours.md: tasks that another thread sends to a loop.
///
/// A thread logs without a loop time: 0.0. Timers are hours away, for the reason that `ToThreadTests` gives.
@Suite struct SubmitTests {
    private static let hour = Duration.seconds(3600)

    @Test(.promise(289, 290)) func threadBlocksOnTheResultOfATaskInTheLoopsThread() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            let mine = ThreadIdentity.current
            createTask {
                try await sleep(for: Self.hour)
                log("the loop is not held up")
            }
            try await toThread {
                let answer = loop.submit(name: "question") {
                    try await sleep(for: Self.hour * 2)
                    log("in the loop's thread:", ThreadIdentity.current == mine, LoopTask.current?.name ?? "-")
                    return 42
                }
                log("result:", try answer.result(), "done:", answer.done, "cancelled:", answer.cancelled)
                log("again:", try answer.result(timeout: .zero))
            }
        }
        #expect(
            seen == """
                [3600.0] the loop is not held up
                [7200.0] in the loop's thread: true question
                [0.0] result: 42 done: true cancelled: false
                [0.0] again: 42
                """
        )
    }

    @Test(.promise(289)) func anyThreadMaySubmitAndSeveralMayWaitForOneResult() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            let hold = loop.hold()
            let answers = DispatchSemaphore(value: 0)
            let allAnswered = Future<Void>()
            Thread {
                let future = loop.submit { "the answer" }
                for _ in 1...3 {
                    Thread {
                        if (try? future.result()) == "the answer" { answers.signal() }
                    }.start()
                }
                for _ in 1...3 { answers.wait() }
                loop.callSoonThreadsafe { try allAnswered.setResult() }
                hold.release()
            }.start()
            try await allAnswered.value
            log("three threads have the answer")
        }
        #expect(seen == "[0.0] three threads have the answer")
    }

    @Test(.promise(291)) func errorReachesTheThread() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            try await toThread {
                let future = loop.submit { () -> Int in
                    try await sleep(for: .zero)
                    throw Failure("in the loop")
                }
                do { _ = try future.result() } catch { log("thread caught", error) }
                log("done:", future.done, "cancelled:", future.cancelled)
            }
        }
        // Nothing is reported: the thread was told.
        #expect(
            seen == """
                [0.0] thread caught in the loop
                [0.0] done: true cancelled: false
                """
        )
    }

    @Test(.promise(292)) func timeoutStopsTheThreadsWaitAndNotTheTask() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            try await toThread {
                let future = loop.submit {
                    do { try await sleep(for: Self.hour * 3) } catch { log("never:", error) }
                    log("the task ends, asked to:", LoopTask.current?.cancelling ?? -1)
                    return "late"
                }
                for timeout in [Duration.zero, .seconds(-1), Self.hour] {
                    do { log(try future.result(timeout: timeout)) } catch {
                        log(error, "done:", future.done)
                        loop.callSoonThreadsafe { log("loop time of the", error) }
                    }
                }
                log("result:", try future.result(timeout: Self.hour * 10))
            }
        }
        #expect(
            seen == """
                [0.0] TimeoutError done: false
                [0.0] loop time of the TimeoutError
                [0.0] TimeoutError done: false
                [0.0] loop time of the TimeoutError
                [0.0] TimeoutError done: false
                [3600.0] loop time of the TimeoutError
                [10800.0] the task ends, asked to: 0
                [0.0] result: late
                """
        )
    }

    @Test(.promise(289)) func loopsOwnThreadCannotWaitForItself() throws {
        try run(clock: .virtual) {
            let future = try #require(EventLoop.running).submit { "value" }
            #expect(throws: LoopError.wouldBlock(operation: "ThreadFuture.result")) { try future.result() }
            try await sleep(for: .seconds(1))
            #expect(try future.result() == "value")
        }
    }

    @Test(.promise(289)) func closedLoopTakesNoTask() throws {
        let loop = EventLoop(clock: .virtual, trace: .none)
        loop.close()
        let future = loop.submit { Issue.record("it runs") }
        #expect(throws: LoopError.closed) { try future.result() }
    }

    @Test(.promise(296)) func errorInTheTaskFactoryReachesTheThreadAndTheHandler() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            let caught = try await toThread {
                loop.callSoonThreadsafe { loop.taskFactory = TaskFactory { _ in throw Failure("the factory broke") } }
                let future = loop.submit { log("never") }
                return #expect(throws: Failure.self) { try future.result() }
            }
            log("thread caught", caught ?? "nothing")
            loop.taskFactory = .standard
        }
        #expect(
            seen == """
                [0.0] report: callbackFailed - the factory broke
                [0.0] thread caught the factory broke
                """
        )
    }

    @Test(.promise(291, 296)) func errorOfATaskThatStartsEagerlyReachesOnlyTheThread() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            loop.taskFactory = .eager
            try await toThread {
                let future = loop.submit { throw Failure("at once") }
                do { try future.result() } catch { log("thread caught", error) }
            }
        }
        #expect(seen == "[0.0] thread caught at once")
    }
}
