import ConcurrencyKit
import LessonChecks
import Testing

/// The code under check is cancelled at every suspension point that it reaches.
@Suite struct CancellationSweepTests {
    private func cancelled(
        within limit: Duration = .seconds(60),
        _ body: @escaping @Sendable @Loop (CheckRun) async throws -> Void
    ) -> String {
        report([Check("cancelled", "It can be cancelled.", cancelling: .everySuspensionPoint, within: limit, body)])
    }

    @Test func gatherOfFetchesCanBeCancelledAnywhere() {
        let seen = cancelled { check in
            let server = FakeServer(delays: ["b": .seconds(2)])
            _ = await check.attempt { try await FetchAll.right(["a", "b"], with: server.fetch) }
            check.expect(server.running == 0, "A fetch still runs.")
        }
        #expect(
            seen == """
                passed   cancelled  It can be cancelled.  (8 runs, all there are)
                1 passed
                """
        )
    }

    @Test func swallowedCancellationIsToldWithThePlace() {
        let seen = cancelled { check in
            let server = FakeServer()
            _ = await check.attempt { try await FetchAll.swallows(["a"], with: server.fetch) }
        }
        #expect(
            seen == """
                failed   cancelled  It can be cancelled.
                    It was cancelled, but went on and returned a value. Code that is cancelled cleans up, then throws the CancelledError on.
                      (It was cancelled while task 'your code' was suspended at FetchAll.swift:8.)
                    (fifo, cancelled at point 2; 1 of 2 runs failed)
                1 failed
                """
        )
    }

    @Test func resourceThatIsClosedOnlyOnTheStraightWayLeaks() {
        let seen = cancelled { check in
            let connection = check.resource("the connection to a")
            _ = await check.attempt {
                try await sleep(for: .seconds(1), file: "demo/starter.swift", line: 3)
                connection.close()
            }
        }
        #expect(
            seen == """
                failed   cancelled  It can be cancelled.
                    When it had ended, the connection to a was still open. A `defer` closes it however your code ends.
                      (It was cancelled while task 'your code' was suspended at starter.swift:3.)
                    (fifo, cancelled at point 2; 1 of 2 runs failed)
                1 failed
                """
        )
    }

    @Test func withoutAnAttemptTheWholeCheckIsCancelled() {
        let seen = cancelled { check in
            let task = createTask(name: "background", file: "demo/starter.swift", line: 2) {
                try await sleep(for: .seconds(1), file: "demo/starter.swift", line: 3)
            }
            try await sleep(for: .seconds(2), file: "demo/starter.swift", line: 5)
            try await task.value
        }
        #expect(
            seen == """
                failed   cancelled  It can be cancelled.
                    When it had ended, a task was still there:
                      task 'background', made at starter.swift:2: sleeps until 1.0 seconds
                      (It was cancelled while task 'check' was suspended at starter.swift:5.)
                    (fifo, cancelled at point 1; 1 of 2 runs failed)
                1 failed
                """
        )
    }

    @Test func cleaningUpMayNotTakeForEver() {
        let seen = cancelled(within: .seconds(60)) { check in
            _ = await check.attempt {
                do { try await sleep(for: .seconds(1), file: "demo/starter.swift", line: 3) } catch {
                    while true { try await sleep(for: .seconds(10)) }
                }
            }
        }
        #expect(
            seen == """
                failed   cancelled  It can be cancelled.
                    It had not ended after 60.0 seconds of virtual time.
                      (It was cancelled while task 'your code' was suspended at starter.swift:3.)
                    (fifo, cancelled at point 2; 1 of 2 runs failed)
                1 failed
                """
        )
    }

    @Test func cancelledTaskThatOnlyYieldsEndsInAVerdict() {
        let seen = cancelled { check in
            _ = await check.attempt {
                do { try await sleep(for: .seconds(1), file: "demo/starter.swift", line: 3) } catch {
                    while true { try? await sleep(for: .zero) }
                }
            }
        }
        #expect(
            seen == """
                failed   cancelled  It can be cancelled.
                    It does not end: it takes turn after turn, and no time passes between them. What it waits for may need a sleep, or an await of the task that brings it.
                      (It was cancelled while task 'your code' was suspended at starter.swift:3.)
                    (fifo, cancelled at point 2; 1 of 2 runs failed)
                1 failed
                """
        )
    }

    @Test func replayOfACancellationIsTheSameRun() throws {
        let check = Check("cancelled", "It can be cancelled.", cancelling: .everySuspensionPoint) { check in
            let connection = check.resource("the connection")
            _ = await check.attempt {
                try await sleep(for: .seconds(1))
                try await sleep(for: .seconds(1))
                connection.close()
            }
        }
        let found = try #require(finished(check))
        // The first is where the check itself begins to wait.
        #expect(found.cancelAt == 2)
        #expect(found.passingSchedule == .fifo)
        let request = CheckRequest(schedule: found.schedule, cancelAt: 3)
        let second = try #require(finished(check, request: request))
        #expect(second.outcome == .failed)
        #expect(second.failingTrace != found.failingTrace)
        let again = try #require(finished(check, request: CheckRequest(schedule: .fifo, cancelAt: 2)))
        #expect(again.failingTrace == found.failingTrace)
        #expect(again.failures == found.failures)
    }

    @Test func cancellationAtABadMomentOfAnotherOrderIsFoundAndReplayed() throws {
        let check = Check("cancelled", "It can be cancelled.", cancelling: .everySuspensionPoint) { check in
            try await sleep(for: .zero)
            _ = await check.attempt {
                var isKnown = false
                let first = createTask(name: "first") {
                    try await sleep(for: .zero)
                    isKnown = true
                }
                let second = createTask(name: "second") {
                    for _ in 0..<8 { try await sleep(for: .zero) }
                    guard !isKnown else { return }
                    let connection = check.resource("the connection")
                    for _ in 0..<4 { try await sleep(for: .zero) }
                    connection.close()
                }
                _ = try await gather(first, second)
            }
        }
        let found = try #require(finished(check))
        #expect(found.outcome == .failed)
        #expect(found.failures.map(\.kind) == [.leak])
        #expect(found.schedule != .fifo)
        #expect(found.cancelAt != nil)
        let request = CheckRequest(schedule: found.schedule, cancelAt: found.cancelAt)
        let again = try #require(finished(check, request: request))
        #expect(again.failingTrace == found.failingTrace)
        #expect(again.failures == found.failures)
    }

    @Test func smallProgramsAreCancelledInOtherOrdersToo() throws {
        let check = Check("cancelled", "It can be cancelled.", cancelling: .everySuspensionPoint) { check in
            _ = await check.attempt {
                var isKnown = false
                let first = createTask(name: "first") { isKnown = true }
                let second = createTask(name: "second") {
                    guard !isKnown else { return }
                    let connection = check.resource("the connection")
                    try await sleep(for: .seconds(1))
                    connection.close()
                }
                _ = try await gather(first, second)
            }
        }
        let found = try #require(finished(check))
        #expect(found.failures.map(\.kind) == [.leak])
        #expect(found.schedule != .fifo)
        let request = CheckRequest(schedule: found.schedule, cancelAt: found.cancelAt)
        #expect(try #require(finished(check, request: request)).failingTrace == found.failingTrace)
    }

    @Test func pointsBeforeAndAfterAnAttemptAreLeftAlone() {
        let seen = cancelled { check in
            let file = check.resource("the check's own file")
            try await sleep(for: .seconds(1))
            _ = await check.attempt { try await sleep(for: .seconds(1)) }
            try await sleep(for: .seconds(1))
            file.close()
        }
        #expect(
            seen == """
                passed   cancelled  It can be cancelled.  (2 runs, all there are)
                1 passed
                """
        )
    }
}
