import ConcurrencyKit
import LessonChecks
import Testing

/// However badly the code under check ends, or does not, a learner reads what happened.
@Suite struct EndingTests {
    private func told(
        leftovers: Check.Leftovers = .forbidden,
        within limit: Duration = .seconds(3600),
        _ body: @escaping @Sendable @Loop (CheckRun) async throws -> Void
    ) -> String {
        report([Check("ends", "It ends well.", leftovers: leftovers, within: limit, body)])
    }

    @Test func deadlockSaysWhoWaitsForWhomAndWhereTheyWereMade() {
        let seen = told { check in
            var tasks: [LoopTask<Void>] = []
            tasks.append(createTask(name: "hen", file: "demo/starter.swift", line: 2) { try await tasks[1].value })
            tasks.append(createTask(name: "egg", file: "demo/starter.swift", line: 3) { try await tasks[0].value })
            try await tasks[0].value
        }
        #expect(
            seen == """
                failed   ends  It ends well.
                    It can never go on: nothing is left that could wake it.
                      the check waits for task 'hen'
                      task 'hen', made at starter.swift:2, waits for task 'egg'
                      task 'egg', made at starter.swift:3, waits for task 'hen'
                      in a circle: hen -> egg -> hen
                    (fifo; 13 of 13 runs failed)
                1 failed
                """
        )
    }

    @Test func futureThatNobodySetsIsADeadlock() {
        let seen = told { check in
            createTask(name: "reader", file: "demo/starter.swift", line: 2) { try await Future<Int>().value }
            try await Gate().wait()
        }
        #expect(
            seen == """
                failed   ends  It ends well.
                    It can never go on: nothing is left that could wake it.
                      the check waits for future 1
                      task 'reader', made at starter.swift:2, waits for future 2
                    (fifo; 13 of 13 runs failed)
                1 failed
                """
        )
    }

    @Test func errorsAreTold() {
        let seen = told { check in
            _ = try await FakeServer(failing: ["a"]).fetch("a")
        }
        #expect(
            seen == """
                failed   ends  It ends well.
                    It threw an error: Failed: the server could not fetch a
                    (fifo; 13 of 13 runs failed)
                1 failed
                """
        )
    }

    @Test func cancellationThatNobodyAskedForIsTold() {
        let seen = told { check in throw CancelledError() }
        #expect(
            seen == """
                failed   ends  It ends well.
                    It ended as cancelled, and nobody had cancelled it.
                    (fifo; 13 of 13 runs failed)
                1 failed
                """
        )
    }

    @Test func whatIsLeftBehindIsNamed() {
        let seen = told { check in
            let resource = check.resource("the file")
            _ = check.resource("the connection")
            createTask(name: "poller", file: "demo/starter.swift", line: 4) {
                while true { try await sleep(for: .seconds(3)) }
            }
            try await sleep(for: .seconds(1))
            resource.close()
        }
        #expect(
            seen == """
                failed   ends  It ends well.
                    When it had ended, a task was still there:
                      task 'poller', made at starter.swift:4: sleeps until 3.0 seconds
                    When it had ended, the connection was still open. A `defer` closes it however your code ends.
                    (fifo; 13 of 13 runs failed)
                1 failed
                """
        )
    }

    @Test func timersCoroutinesAndLostErrorsAreNamed() {
        let seen = told { check in
            EventLoop.running?.callLater(.seconds(5)) {}
            _ = Coroutine(file: "demo/starter.swift", line: 7) { 1 }
            createTask(name: "backup", file: "demo/starter.swift", line: 8) { throw FakeServer.Failed(name: "disk") }
            try await sleep(for: .seconds(1))
        }
        #expect(
            seen == """
                failed   ends  It ends well.
                    When it had ended, a timer was still set: cancel what callLater returns when you no longer need it.
                    Task 'backup' (made at starter.swift:8) failed, and nobody looked at its error: Failed: the server could not fetch disk
                    A coroutine was never awaited (made at starter.swift:7): it has not run.
                    (fifo; 13 of 13 runs failed)
                1 failed
                """
        )
    }

    @Test func bareTaskThatStaysIsToldWithTheWayToWriteIt() {
        let seen = told { check in
            Task { try? await ConcurrencyKit.sleep(for: .seconds(9)) }
            try await ConcurrencyKit.sleep(for: .seconds(1), file: "demo/starter.swift", line: 3)
        }
        #expect(
            seen == """
                failed   ends  It ends well.
                    When it had ended, a timer was still set.
                      task 'check' starts or wakes Swift code that is no task of the kit, such as a bare Task { } or an async let, whose turns are not traced: write createTask { } or gather
                    (fifo; 13 of 13 runs failed)
                1 failed
                """
        )
    }

    @Test func leftoversMayBeAllowed() {
        let seen = told(leftovers: .allowed) { check in
            createTask { try await sleep(for: .seconds(3)) }
            try await sleep(for: .seconds(1))
        }
        #expect(
            seen == """
                passed   ends  It ends well.  (1 run, all there are)
                1 passed
                """
        )
    }

    @Test func taskThatEndsInTheSameMomentIsNoLeak() {
        let seen = told { check in
            let task = createTask { try await sleep(for: .seconds(3)) }
            try await sleep(for: .seconds(1))
            task.cancel()
        }
        #expect(
            seen == """
                passed   ends  It ends well.  (2 runs, all there are)
                1 passed
                """
        )
    }

    @Test func loopThatOnlyYieldsEndsInAVerdict() {
        let seen = told { check in while true { try await sleep(for: .zero) } }
        #expect(
            seen == """
                failed   ends  It ends well.
                    It does not end: it takes turn after turn, and no time passes between them. What it waits for may need a sleep, or an await of the task that brings it.
                    (fifo; 1 of 1 runs failed)
                1 failed
                """
        )
    }

    @Test func loopThatSleepsForEverEndsInAVerdict() {
        let seen = told { check in while true { try await sleep(for: .seconds(1)) } }
        #expect(
            seen == """
                failed   ends  It ends well.
                    It had not ended after 3600.0 seconds of virtual time.
                    (fifo; 1 of 1 runs failed)
                1 failed
                """
        )
    }

    @Test func checkOfTheSourceCannotTellWithoutIt() {
        let check = Check("structure", "It calls gather.") { check in
            let calls = try check.source.calls(of: "gather")
            check.expect(!calls.isEmpty, "There is no call of gather.")
        }
        #expect(
            report([check]) == """
                unknown  structure  It calls gather.
                    the structure of your file could not be read on this machine
                1 could not tell
                """
        )
        let facts = SourceFacts(calls: [.init(name: "sleep", line: 1, function: nil, isInLoop: false, isAwaited: true)])
        #expect(
            report([check], request: CheckRequest(source: facts)) == """
                failed   structure  It calls gather.
                    There is no call of gather.
                    (fifo; 13 of 13 runs failed)
                1 failed
                """
        )
    }
}
