import ConcurrencyKit
import Testing

/// Topic 10 of behaviours.md: one time limit, and what it does to its block.
@Suite struct TimeoutTests {
    @Test(.promise(202, 203, 204, 205, 206)) func endOfTimeIsACancellationInsideAndATimeoutErrorOutside() throws {
        let seen = try transcript { log in
            let limit = Timeout(after: .seconds(1))
            do {
                try await limit.run {
                    do { try await sleep(for: .seconds(100)) } catch {
                        log("inside:", error, "expired:", limit.expired, "count:", ownCount)
                        throw error
                    }
                }
                log("never")
            } catch let error as TimeoutError {
                log("outside:", error, "underlying:", error.underlying ?? "none")
                log("expired:", limit.expired, "count:", ownCount)
            }
            try await sleep(for: .seconds(1))
            log("the task goes on")
        }
        #expect(
            seen == """
                [1.0] inside: CancelledError expired: true count: 1
                [1.0] outside: TimeoutError underlying: CancelledError
                [1.0] expired: true count: 0
                [2.0] the task goes on
                """
        )
    }

    @Test(.promise(204)) func underlyingIsTheCancellationWithWhichTheBlockEnded() throws {
        try run(clock: .virtual) {
            do {
                try await timeout(after: .seconds(1)) {
                    do { try await sleep(for: .seconds(100)) } catch {
                        throw CancelledError(message: "after cleaning up")
                    }
                }
                Issue.record("it returned")
            } catch let error as TimeoutError {
                #expect(error.underlying == CancelledError(message: "after cleaning up"))
            }
            // Swift's own cancellation error means the same.
            do {
                try await timeout(after: .seconds(1)) {
                    do { try await sleep(for: .seconds(100)) } catch { throw CancellationError() }
                }
                Issue.record("it returned")
            } catch let error as TimeoutError {
                #expect(error.underlying == CancelledError())
            }
        }
    }

    @Test(.promise(202, 234)) func whatTheBlockAwaitsIsCancelled() throws {
        let seen = try transcript { log in
            let task = createTask { try await Narrated.sleep("task", 100, cleanup: 1, in: log) }
            do { _ = try await timeout(after: .seconds(1)) { try await task.value } } catch {
                log(error, "task cancelled:", task.cancelled)
            }
            let future = Future<Int>()
            do { _ = try await timeout(after: .seconds(1)) { try await future.value } } catch {
                log(error, "future cancelled:", future.cancelled)
            }
        }
        #expect(
            seen == """
                [0.0] task starts
                [1.0] task CancelledError
                [2.0] task is clean
                [2.0] TimeoutError task cancelled: true
                [3.0] TimeoutError future cancelled: true
                """
        )
    }

    @Test(.promise(206, 207)) func blockLeftInTimeReturnsItsValueAndCancelsTheTimer() throws {
        let log = Transcript()
        let loop = EventLoop(clock: .virtual, trace: .none)
        try loop.run {
            let limit = Timeout(after: .seconds(100))
            let value = try await limit.run { try await sleep(for: .seconds(1), returning: "in time") }
            log(value, "expired:", limit.expired, "count:", ownCount)
            // Nor is there a timer for a block that threw.
            try? await timeout(after: .seconds(100)) { throw Failure("early") }
            try await sleep(for: .seconds(200))
            log("nothing has fired")
        }
        #expect(
            log.text == """
                [1.0] in time expired: false count: 0
                [201.0] nothing has fired
                """
        )
        // Time did not pass for the sake of a limit that nobody needs any more.
        try loop.run { try await timeout(after: .seconds(1000)) { try await sleep(for: .seconds(1)) } }
        loop.close()
        #expect(loop.time == .seconds(202))
    }

    @Test(.promise(207)) func blockThatEndsInTheInstantOfItsDeadline() throws {
        let seen = try transcript { log in
            // The deadline's timer was set first, so it fires first.
            do { try await timeout(after: .seconds(1)) { try await sleep(for: .seconds(1)) } } catch { log(error) }
            // This sleep was set first.
            let sleeper = createTask { try await sleep(for: .seconds(1), returning: "in time") }
            try await sleep(for: .zero)
            do { log(try await timeout(after: .seconds(1)) { try await sleeper.value }) } catch { log(error) }
        }
        // The sleeper's turn comes after the deadline's, in either case: the timer only queues it.
        #expect(
            seen == """
                [1.0] TimeoutError
                [2.0] TimeoutError
                """
        )
    }

    @Test(.promise(208)) func timeoutAtTakesLoopTimeAndWhenTellsIt() throws {
        let seen = try transcript { log in
            try await sleep(for: .seconds(1))
            do {
                try await timeout(at: .seconds(3)) { deadline in
                    log("when:", deadline.when ?? "never")
                    try await sleep(for: .seconds(100))
                }
            } catch { log(error) }
            try await timeout(after: .seconds(2)) { deadline in log("when:", deadline.when ?? "never") }
            let limit = Timeout(at: .seconds(4))
            log("when:", limit.when ?? "never")
            do { try await limit.run { try await sleep(for: .seconds(100)) } } catch {
                log(error, "when:", limit.when ?? "never")
            }
        }
        #expect(
            seen == """
                [1.0] when: 3.0 seconds
                [3.0] TimeoutError
                [3.0] when: 5.0 seconds
                [3.0] when: 4.0 seconds
                [4.0] TimeoutError when: 4.0 seconds
                """
        )
    }

    @Test(.promise(209)) func timeoutOfNilIsNoLimit() throws {
        let seen = try transcript { log in
            for limit in [Timeout(after: nil), Timeout(at: nil)] {
                try await limit.run {
                    log("when:", limit.when ?? "never")
                    try await sleep(for: .seconds(1_000_000))
                }
                log("expired:", limit.expired)
            }
            try await timeout(after: nil) { log("left") }
            try await timeout(at: nil) { log("left") }
        }
        #expect(
            seen == """
                [0.0] when: never
                [1000000.0] expired: false
                [1000000.0] when: never
                [2000000.0] expired: false
                [2000000.0] left
                [2000000.0] left
                """
        )
    }

    @Test(.promise(209)) func limitBeyondAllTimeNeverFires() throws {
        try run(clock: .virtual) {
            try await sleep(for: .seconds(1))
            let value = try await timeout(after: .seconds(Int64.max)) { deadline in
                #expect(deadline.when != nil)
                return try await sleep(for: .seconds(1_000_000), returning: 7)
            }
            #expect(value == 7)
        }
    }

    @Test(.promise(210, 211)) func limitOfNoTimeFiresOnTheNextTurnAndNotAtEntry() throws {
        for nap in [Duration.seconds(100), .zero] {
            let seen = try transcript { log in
                let ruler = createTask { try await countTurns(4, in: log) }
                do {
                    try await timeout(after: .zero) { deadline in
                        log("entered, expired:", deadline.expired)
                        try await sleep(for: nap)
                        log("never")
                    }
                } catch { log(error) }
                try await ruler.value
            }
            #expect(
                seen == (nap == .zero ? Self.atTheNextTurn : Self.aTurnAfterIt)
            )
        }
    }

    /// The sleeper's own turn is queued behind the limit's.
    private static let atTheNextTurn = """
        [0.0] entered, expired: false
        [0.0] turn 1
        [0.0] TimeoutError
        [0.0] turn 2
        [0.0] turn 3
        [0.0] turn 4
        """

    /// Cancelling a sleep queues the sleeper for the turn after.
    private static let aTurnAfterIt = """
        [0.0] entered, expired: false
        [0.0] turn 1
        [0.0] turn 2
        [0.0] TimeoutError
        [0.0] turn 3
        [0.0] turn 4
        """

    @Test(.promise(210, 211)) func limitInThePastIsLikeNoTime() throws {
        let seen = try transcript { log in
            try await sleep(for: .seconds(5))
            for limit in [Timeout(after: .seconds(-11)), Timeout(at: .seconds(1)), Timeout(at: .seconds(5))] {
                do {
                    try await limit.run {
                        log("entered, expired:", limit.expired, "when:", limit.when ?? "never")
                        try await sleep(for: .zero)
                        log("never")
                    }
                } catch { log(error, "expired:", limit.expired) }
            }
        }
        #expect(
            seen == """
                [5.0] entered, expired: false when: -6.0 seconds
                [5.0] TimeoutError expired: true
                [5.0] entered, expired: false when: 1.0 seconds
                [5.0] TimeoutError expired: true
                [5.0] entered, expired: false when: 5.0 seconds
                [5.0] TimeoutError expired: true
                """
        )
    }

    @Test(.promise(212)) func blockThatNeverAwaitsLeavesNormallyThoughItsTimeIsOver() throws {
        let seen = try transcript { log in
            for limit in [Timeout(after: .zero), Timeout(after: .seconds(1))] {
                let value = try await limit.run {
                    block(for: .seconds(2))
                    // Not a suspension: it is done.
                    return try await createTask(start: .eager) { "late, but through" }.value
                }
                log(value, "expired:", limit.expired)
            }
            try await sleep(for: .seconds(1))
            log("nothing comes after, count:", ownCount)
        }
        #expect(
            seen == """
                [2.0] late, but through expired: false
                [4.0] late, but through expired: false
                [5.0] nothing comes after, count: 0
                """
        )
    }

    @Test(.promise(232)) func blockRunsInTheCurrentTask() throws {
        let user = ContextVariable("user", default: "nobody")
        let seen = try transcript { log in
            func tell() { log(LoopTask.current?.name ?? "none", EventLoop.running?.allTasks.count ?? 0) }
            tell()
            try await timeout(after: .seconds(1)) {
                tell()
                user.value = "set inside"
                try await sleep(for: .zero)
                tell()
            }
            log(user.value)
        }
        #expect(
            seen == """
                [0.0] Task-1 1
                [0.0] Task-1 1
                [0.0] Task-1 1
                [0.0] set inside
                """
        )
    }
}
