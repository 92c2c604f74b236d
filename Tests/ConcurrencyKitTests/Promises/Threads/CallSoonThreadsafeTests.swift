import ConcurrencyKit
import Dispatch
import Testing

/// Topic 13 of behaviours.md: callbacks from other threads, and their order.
@Suite struct CallSoonThreadsafeTests {
    @Test(.promise(297)) func callFromAThreadWakesALoopThatHasNothingToDo() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            let answer = Future<Int>()
            let hold = loop.hold()
            createTask {
                try await sleep(for: .seconds(3600))
                log("never: the virtual clock waits for the thread that the loop was told of")
            }
            detach {
                loop.callSoonThreadsafe { try answer.setResult(42) }
                hold.release()
            }
            log("answer:", try await answer.value)
        }
        #expect(seen == "[0.0] answer: 42")
    }

    @Test(.promise(297)) func whatWasSentIsServedBeforeTimePasses() throws {
        // The hold ends as soon as the call is sent: the loop must look for calls before it lets time pass.
        for _ in 0..<5_000 {
            let time = try run(clock: .virtual) {
                let loop = try #require(EventLoop.running)
                let answer = Future<Duration>()
                let limit = loop.callLater(.seconds(3600)) { if !answer.done { try answer.setResult(loop.time) } }
                let hold = loop.hold()
                detach {
                    loop.callSoonThreadsafe { if !answer.done { try answer.setResult(loop.time) } }
                    hold.release()
                }
                defer { limit.cancel() }
                return try await answer.value
            }
            #expect(time == .zero)
            if time != .zero { break }
        }
    }

    @Test(.promise(298)) func callsAndTasksOfOneThreadComeInTheOrderSent() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            let sent = DispatchSemaphore(value: 0)
            let hold = loop.hold()
            detach {
                loop.callSoonThreadsafe { log("call 1") }
                _ = loop.submit {
                    log("task 2")
                    try await sleep(for: .zero)
                    log("task 2 goes on")
                }
                loop.callSoonThreadsafe { log("call 3") }
                _ = loop.submit { log("task 4") }
                loop.callSoonThreadsafe { log("call 5") }
                hold.release()
                sent.signal()
            }
            block(until: sent)
            try await sleep(for: .seconds(1))
        }
        // A task takes one turn more than a call: the one that makes it.
        #expect(
            seen == """
                [0.0] call 1
                [0.0] call 3
                [0.0] call 5
                [0.0] task 2
                [0.0] task 4
                [0.0] task 2 goes on
                """
        )
    }

    @Test(.promise(298)) func errorInACallFromAThreadIsReportedAndTheNextStillRun() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            try await toThread {
                loop.callSoonThreadsafe { throw Failure("broken") }
                loop.callSoonThreadsafe { log("next call") }
            }
        }
        #expect(
            seen == """
                [0.0] report: callbackFailed - broken
                [0.0] next call
                """
        )
    }

    @Test(.promise(299)) func callsOfThreadsThatTakeTurnsComeInTheOrderOfTheirTurns() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            let hold = loop.hold()
            let (ping, pong, sent) = (
                DispatchSemaphore(value: 1), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)
            )
            for (name, mine, other) in [("ping", ping, pong), ("pong", pong, ping)] {
                detach {
                    for number in 1...3 {
                        mine.wait()
                        loop.callSoonThreadsafe { log(name, number) }
                        other.signal()
                    }
                    sent.signal()
                }
            }
            for _ in 1...2 { block(until: sent) }
            hold.release()
            try await sleep(for: .seconds(1))
        }
        #expect(
            seen == """
                [0.0] ping 1
                [0.0] pong 1
                [0.0] ping 2
                [0.0] pong 2
                [0.0] ping 3
                [0.0] pong 3
                """
        )
    }

    private final class Arrivals: Sendable {
        private let list = Guarded<[(thread: Int, call: Int)]>([])

        var all: [(thread: Int, call: Int)] { list.withLock { $0 } }
        func add(_ thread: Int, _ call: Int) { list.withLock { $0.append((thread, call)) } }
    }

    @Test(.promise(298, 299)) func callsOfThreadsThatRaceAreMixedButEachThreadsOwnAreInOrder() throws {
        let (threads, calls) = (4, 500)
        let arrivals = Arrivals()
        try run(clock: .virtual) {
            let loop = try #require(EventLoop.running)
            let hold = loop.hold()
            let over = Future<Void>()
            for thread in 0..<threads {
                detach {
                    for call in 0..<calls {
                        loop.callSoonThreadsafe {
                            arrivals.add(thread, call)
                            if arrivals.all.count == threads * calls { try over.setResult() }
                        }
                    }
                }
            }
            try await over.value
            hold.release()
        }
        for thread in 0..<threads {
            let its = arrivals.all.filter { $0.thread == thread }.map(\.call)
            #expect(its == Array(0..<calls))
        }
    }
}
