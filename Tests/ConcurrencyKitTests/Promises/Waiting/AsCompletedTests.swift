import ConcurrencyKit
import Testing

/// Topic 11 of behaviours.md: what `asCompleted` gives, and in which order.
@Suite struct AsCompletedTests {
    /// A task that returns its name after a delay.
    private func work(_ name: String, _ seconds: Double) -> LoopTask<String> {
        createTask(name: name) { try await sleep(for: .seconds(seconds), returning: name) }
    }

    @Test(.promise(264, 265)) func resultsComeInTheOrderInWhichTheTasksEnd() throws {
        let seen = try transcript { log in
            let plan = [("c", 3.0), ("b1", 2), ("b2", 2), ("a", 1), ("b3", 2)]
            for try await task in asCompleted(plan.map { work($0, $1) }) { log(try task.result()) }
        }
        #expect(
            seen == """
                [1.0] a
                [2.0] b1
                [2.0] b2
                [2.0] b3
                [3.0] c
                """
        )
    }

    @Test(.promise(265)) func equalDeadlinesComeInTheOrderInWhichTheyWentToSleep() throws {
        let seen = try transcript { log in
            let tasks = [
                createTask(name: "sleeps again") {
                    try await sleep(for: .seconds(1))
                    try await sleep(for: .seconds(1))
                },
                createTask(name: "sleeps once") { try await sleep(for: .seconds(2)) },
            ]
            for try await task in asCompleted(tasks) { log(task.name) }
        }
        #expect(
            seen == """
                [2.0] sleeps once
                [2.0] sleeps again
                """
        )
    }

    @Test(.promise(266)) func whatIsNoTaskYetBecomesOneInArgumentOrder() throws {
        let seen = try transcript { log in
            func step(_ number: Int) async throws -> Int {
                log("starts", number)
                try await sleep(for: .seconds(number == 2 ? 1 : 2))
                return number
            }
            let coroutines = (0..<6).map { number in Coroutine { try await step(number) } }
            let completed = asCompleted(coroutines)
            log("nothing has run")
            for try await task in completed { log("ends", try task.result()) }
            for try await task in asCompleted({ try await step(6) }, { try await step(7) }) {
                log("ends", try task.result(), task.name)
            }
        }
        #expect(
            seen == """
                [0.0] nothing has run
                [0.0] starts 0
                [0.0] starts 1
                [0.0] starts 2
                [0.0] starts 3
                [0.0] starts 4
                [0.0] starts 5
                [1.0] ends 2
                [2.0] ends 0
                [2.0] ends 1
                [2.0] ends 3
                [2.0] ends 4
                [2.0] ends 5
                [2.0] starts 6
                [2.0] starts 7
                [4.0] ends 6 Task-8
                [4.0] ends 7 Task-9
                """
        )
    }

    @Test(.promise(269)) func theVeryTasksGivenComeOut() throws {
        try run(clock: .virtual) {
            let tasks = [work("b", 2), work("a", 1)]
            var seen: [LoopTask<String>] = []
            for try await task in asCompleted(tasks) { seen.append(task) }
            #expect(seen == [tasks[1], tasks[0]])
            let futures = [Future<Int>(), Future<Int>()]
            try futures[1].setResult(1)
            futures[0].cancel()
            var done: [Future<Int>] = []
            for try await future in asCompleted(futures) { done.append(future) }
            // Done already: in argument order.
            #expect(done == futures)
        }
    }

    @Test(.promise(270)) func iterationCanBeLeftAndResumed() throws {
        let seen = try transcript { log in
            let completed = asCompleted((1...4).map { work("\($0)", Double($0)) })
            for try await task in completed {
                log("first loop:", task.name)
                if task.name == "2" { break }
            }
            try await sleep(for: .seconds(1.5))
            for try await task in completed { log("second loop:", task.name) }
            for try await task in completed { log("never:", task.name) }
        }
        #expect(
            seen == """
                [1.0] first loop: 1
                [2.0] first loop: 2
                [3.5] second loop: 3
                [4.0] second loop: 4
                """
        )
    }

    @Test(.promise(271, 272)) func errorsAndCancellationsComeInTheirPlace() throws {
        let seen = try transcript { log in
            let gone = work("gone", 9)
            EventLoop.running?.callLater(.seconds(3)) { gone.cancel("enough") }
            let bad = createTask(name: "bad") { () -> String in
                try await sleep(for: .seconds(1))
                throw Failure("broken")
            }
            let tasks = [work("a", 2), bad, gone, work("b", 4)]
            for try await task in asCompleted(tasks) {
                do { log(task.name, try task.result()) } catch { log(task.name, "throws", error) }
            }
        }
        #expect(
            seen == """
                [1.0] bad throws broken
                [2.0] a a
                [3.0] gone throws CancelledError: enough
                [4.0] b b
                """
        )
    }

    @Test(.promise(274)) func duplicatesCountOnce() throws {
        let seen = try transcript { log in
            let tasks = [work("b", 2), work("a", 1)]
            for try await task in asCompleted(tasks + tasks) { log(task.name) }
            let handles = asCompleted(tasks + tasks + tasks).handles
            log("handles:", try await gather(handles))
            let coroutine = Coroutine {
                log("runs")
                return "once"
            }
            let other = Coroutine { "other" }
            for try await task in asCompleted([coroutine, other, coroutine]) { log(try task.result()) }
        }
        #expect(
            seen == """
                [1.0] a
                [2.0] b
                [2.0] handles: ["b", "a"]
                [2.0] runs
                [2.0] once
                [2.0] other
                """
        )
    }

    @Test(.promise(264)) func whatIsDoneAlreadyTakesTwoTurnsAndNothingTakesNone() throws {
        let seen = try transcript { log in
            let done = [work("x", 0), work("y", 0)]
            _ = try await wait(for: done)
            createTask { try await countTurns(4, in: log) }
            for try await task in asCompleted([LoopTask<Void>]()) { log("never", task) }
            log("nothing: no turn")
            for try await task in asCompleted(done) { log(task.name) }
            try await sleep(for: .seconds(1))
        }
        #expect(
            seen == """
                [0.0] nothing: no turn
                [0.0] turn 1
                [0.0] turn 2
                [0.0] x
                [0.0] y
                [0.0] turn 3
                [0.0] turn 4
                """
        )
    }

    @Test(.promise(277)) func leavingEarlyLeavesTheRestRunning() throws {
        let seen = try transcript { log in
            let tasks = [("a", 1), ("b", 2), ("c", 3)].map { (name: String, delay: Int) in
                createTask(name: name) {
                    try await sleep(for: .seconds(delay))
                    log(name, "returns")
                }
            }
            for try await task in asCompleted(tasks) {
                log("first:", task.name)
                break
            }
            _ = try await wait(for: tasks)
            log("asked to end:", tasks.map(\.cancelling))
        }
        #expect(
            seen == """
                [1.0] a returns
                [1.0] first: a
                [2.0] b returns
                [3.0] c returns
                [3.0] asked to end: [0, 0, 0]
                """
        )
    }

    @Test(.promise(277)) func taskThatEndsWhileTheIterationIsBeingLeftFindsNobody() throws {
        let seen = try transcript { log in
            // The second has returned when the loop over the first is left, and its callbacks are still on their way.
            let tasks = [1, 2].map { turns in
                createTask(name: "\(turns)") { for _ in 0..<turns { try await sleep(for: .zero) } }
            }
            for try await task in asCompleted(tasks) {
                log("first:", task.name, "done:", tasks.map(\.done))
                break
            }
            try await countTurns(2, in: log)
        }
        #expect(
            seen == """
                [0.0] first: 1 done: [true, true]
                [0.0] turn 1
                [0.0] turn 2
                """
        )
    }
}
