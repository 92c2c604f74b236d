import ConcurrencyKit
import Testing

/// Topics 1 and 6 of behaviours.md: what holds up the loop.
@Suite struct BlockingTests {
    @Test(.promise(141)) func blockingDelaysEveryoneAndOverdueSleepersWakeInDeadlineOrder() throws {
        let seen = try transcript { log in
            func nap(_ name: String, _ seconds: Double) -> LoopTask<Void> {
                createTask {
                    try await sleep(for: .seconds(seconds))
                    log(name, "wakes")
                }
            }
            let tasks = [
                nap("late", 2), nap("early", 1),
                createTask {
                    try await sleep(for: .seconds(0.5))
                    block(for: .seconds(3.5))
                    log("hog lets go")
                },
                nap("after", 6), nap("at the end", 4),
            ]
            _ = try await gather(tasks)
        }
        #expect(
            seen == """
                [4.0] hog lets go
                [4.0] early wakes
                [4.0] late wakes
                [4.0] at the end wakes
                [6.0] after wakes
                """
        )
    }

    @Test(.promise(141)) func sleepThatBeginsAfterBlockingCountsFromThere() throws {
        let seen = try transcript { log in
            block(for: .seconds(2))
            log("blocked")
            try await sleep(for: .seconds(1))
            log("slept")
            block(for: .zero)
            block(for: .seconds(-1))
            log("no time is no time")
        }
        #expect(
            seen == """
                [2.0] blocked
                [3.0] slept
                [3.0] no time is no time
                """
        )
    }

    @Test(.promise(141)) func callbackThatBlocksDelaysTheLoopToo() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            loop.callLater(.seconds(1)) { block(for: .seconds(5)) }
            do {
                try await timeout(after: .seconds(2)) { _ in
                    try await sleep(for: .seconds(3))
                    log("never")
                }
            } catch is TimeoutError { log("the timeout fires late, but before the sleep that ends after it") }
        }
        #expect(seen == "[6.0] the timeout fires late, but before the sleep that ends after it")
    }

    /// The reports of slow turns of a run on a clock with a limit.
    private func slowTurns(clock: LoopClock, limit: Duration?) throws -> [Duration] {
        let reports = Guarded<[Duration]>([])
        let loop = EventLoop(clock: clock, trace: .none)
        loop.slowCallbackDuration = limit
        loop.exceptionHandler = { report in
            if case .slowCallback(let duration) = report.kind {
                reports.withLock { $0.append(duration) }
                #expect("\(report)" == "a turn held up the loop for \(duration)")
            } else {
                Issue.record("\(report)")
            }
        }
        try loop.run {
            loop.callSoon {
                // Two milliseconds of work, or what virtual time calls a minute.
                if clock == .virtual { block(for: .seconds(60)) }
                let start = ContinuousClock.now
                while ContinuousClock.now - start < .milliseconds(2) {}
            }
            try await sleep(for: .zero)
        }
        loop.close()
        return reports.withLock { $0 }
    }

    @Test(.promise(26)) func turnThatHoldsUpTheLoopForLongerThanTheLimitIsReported() throws {
        let slow = try slowTurns(clock: .continuous, limit: .milliseconds(1))
        #expect(slow.contains { $0 >= .milliseconds(2) })
        #expect(slow.allSatisfy { $0 > .milliseconds(1) })
    }

    @Test(.promise(26)) func shorterTurnsAreNotReportedAndNothingIsWithoutALimitOrInVirtualTime() throws {
        #expect(try slowTurns(clock: .continuous, limit: .seconds(3600)).isEmpty)
        #expect(try slowTurns(clock: .continuous, limit: nil).isEmpty)
        #expect(try slowTurns(clock: .virtual, limit: .milliseconds(1)).isEmpty)
    }

    /// Really takes `milliseconds`.
    private static func work(milliseconds: Int) {
        let start = ContinuousClock.now
        while ContinuousClock.now - start < .milliseconds(milliseconds) {}
    }

    /// As asyncio's "Executing <Task pending name='b' …> took 0.002 seconds".
    @Test(.promise(26)) func slowTurnOfATaskNamesIt() throws {
        let reports = Guarded<[LoopReport]>([])
        let loop = EventLoop(clock: .continuous, trace: .none)
        loop.slowCallbackDuration = .milliseconds(5)
        loop.exceptionHandler = { report in reports.withLock { $0.append(report) } }
        try loop.run(file: "demo.swift", line: 1) {
            let future = Future<Void>()
            // Several turns in one entry of the queue: starts, which one carrier takes; tasks that one future wakes; and an
            // eager task, which is part of the turn of its creator.
            for name in ["a", "b", "c"] {
                createTask(name: name, file: "demo.swift", line: 2) {
                    if name == "b" { Self.work(milliseconds: 10) }
                    try await future.value
                    if name == "c" { Self.work(milliseconds: 10) }
                }
            }
            try await sleep(for: .zero)
            try future.setResult()
            try await sleep(for: .zero)
            try await sleep(for: .zero)
            await #expect(throws: Never.self) {
                try await createTask(name: "creator", file: "demo.swift", line: 3) {
                    createTask(name: "eager", start: .eager) { Self.work(milliseconds: 10) }
                }.value
            }
        }
        loop.close()
        let slow = reports.withLock { $0 }
        // A busy machine may make any turn slow: what is promised is that these are, and who they are.
        let names = slow.compactMap(\.task)
        #expect(names.filter { ["b", "c", "creator"].contains($0) } == ["b", "c", "creator"])
        #expect(!names.contains("eager"))
        for report in slow where report.task == "b" {
            guard case .slowCallback(let duration) = report.kind else { continue }
            #expect("\(report)" == "a turn of task 'b' held up the loop for \(duration) (made at demo.swift:2)")
        }
    }
}
