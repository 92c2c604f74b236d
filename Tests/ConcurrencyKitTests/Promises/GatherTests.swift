import ConcurrencyKit
import Testing

/// Topic 7 of behaviours.md: results and errors.
@Suite struct GatherTests {
    @Test(.promise(142, 143)) func argumentsStartAndResultsComeInArgumentOrder() throws {
        let seen = try transcript { log in
            func work(_ name: String, _ seconds: Int) async throws -> String {
                log(name, "starts")
                try await sleep(for: .seconds(seconds))
                log(name, "ends")
                return name
            }
            log(try await gather({ try await work("c", 3) }, { try await work("a", 1) }, { try await work("b", 2) }))
        }
        #expect(
            seen == """
                [0.0] c starts
                [0.0] a starts
                [0.0] b starts
                [1.0] a ends
                [2.0] b ends
                [3.0] c ends
                [3.0] ["c", "a", "b"]
                """
        )
    }

    @Test func gatherTakesWhateverCanBeAwaited() throws {
        let seen = try transcript { log in
            func one() async -> Int { 1 }
            func two() async throws -> Int { 2 }
            let task = createTask { 3 }
            log(try await gather(one, two))
            log(try await gather(task, Coroutine { 4 }))
            log(try await gather([task, task]))
            log(try await gather(Set([task])))
            func six() async -> String { "six" }
            let (two, word) = try await gather(two, six)
            log(two, word)
            log(try await gather(task, Coroutine { "seven" }))
        }
        #expect(
            seen == """
                [0.0] [1, 2]
                [0.0] [3, 4]
                [0.0] [3, 3]
                [0.0] [3]
                [0.0] 2 six
                [0.0] (3, "seven")
                """
        )
    }

    @Test(.promise(144)) func gatherFutureStartsThoughNobodyAwaitsIt() throws {
        let seen = try transcript { log in
            let gathering = gatherFuture({ log("a") }, { log("b") })
            log("done:", gathering.done)
            try await sleep(for: .seconds(1))
            log("done:", gathering.done)
        }
        #expect(
            seen == """
                [0.0] done: false
                [0.0] a
                [0.0] b
                [1.0] done: true
                """
        )
    }

    @Test(.promise(145, 146)) func firstErrorIsThrownAtOnceAndTheOthersGoOn() throws {
        let seen = try transcript { log in
            let rest = createTask {
                try await sleep(for: .seconds(2))
                log("rest ends, cancel requests:", LoopTask.current?.cancelling ?? -1)
                return "rest"
            }
            do {
                _ = try await gather(
                    rest,
                    Coroutine {
                        try await sleep(for: .seconds(1))
                        throw Failure("one")
                    }
                )
            } catch { log("caught", error, "rest done:", rest.done) }
            log(try await rest.value)
        }
        #expect(
            seen == """
                [1.0] caught one rest done: false
                [2.0] rest ends, cancel requests: 0
                [2.0] rest
                """
        )
    }

    @Test(.promise(147)) func laterErrorsOfTheOthersAreNotReported() throws {
        let seen = try transcript { log in
            func failing(after seconds: Int) async throws -> Int {
                try await sleep(for: .seconds(seconds))
                throw Failure("after \(seconds)")
            }
            do { _ = try await gather({ try await failing(after: 1) }, { try await failing(after: 2) }) } catch {
                log(error)
            }
            try await sleep(for: .seconds(5))
        }
        #expect(seen == "[1.0] after 1")
    }

    @Test(.promise(148, 149, 150)) func gatherResultsWaitsForAllAndReturnsTheErrors() throws {
        let seen = try transcript { log in
            let cancelled = createTask { try await sleep(for: .seconds(100), returning: "never") }
            EventLoop.running?.callLater(.seconds(1)) { cancelled.cancel("stop") }
            let results = try await gatherResults(
                cancelled,
                Coroutine { throw Failure("broken") },
                Coroutine { try await sleep(for: .seconds(3), returning: "value") }
            )
            for result in results {
                switch result {
                case .success(let value): log(value)
                case .failure(let error): log(error)
                }
            }
            #expect(throws: CancelledError(message: "")) { _ = try results[0].get() }
        }
        // In the list asyncio has a new CancelledError, without the message: CancelledError('').
        #expect(
            seen == """
                [3.0] CancelledError
                [3.0] broken
                [3.0] value
                """
        )
    }

    @Test(.promise(161)) func sameTaskTwiceRunsOnceAndFillsBothPlaces() throws {
        let seen = try transcript { log in
            let task = createTask {
                log("runs")
                return "task"
            }
            log(try await gather(task, Coroutine { "other" }, task))
        }
        #expect(
            seen == """
                [0.0] runs
                [0.0] ["task", "other", "task"]
                """
        )
    }

    @Test(.promise(162)) func sameCoroutineTwiceRunsOnceAndFillsBothPlaces() throws {
        let seen = try transcript { log in
            let coroutine = Coroutine {
                log("runs")
                return "coroutine"
            }
            log(try await gather(coroutine, coroutine))
        }
        #expect(
            seen == """
                [0.0] runs
                [0.0] ["coroutine", "coroutine"]
                """
        )
    }

    @Test(.promise(163)) func gatherOfNothingIsDone() throws {
        let seen = try transcript { log in
            createTask { log("somebody else") }
            let nothing = gatherFuture([LoopTask<Int>]())
            log("done:", nothing.done, try await nothing.value)
            log(try await gather([LoopTask<Int>]()))
            try await sleep(for: .zero)
        }
        #expect(
            seen == """
                [0.0] done: true []
                [0.0] []
                [0.0] somebody else
                """
        )
    }

    @Test(.promise(164)) func gatherOfWhatIsDoneGivesUpNoTurn() throws {
        let seen = try transcript { log in
            let tasks = [createTask { 1 }, createTask { 2 }]
            try await sleep(for: .zero)
            createTask { log("somebody else") }
            log("done:", gatherFuture(tasks).done)
            log(try await gather(tasks))
            try await sleep(for: .zero)
        }
        #expect(
            seen == """
                [0.0] done: true
                [0.0] [1, 2]
                [0.0] somebody else
                """
        )
    }

    @Test(.promise(165)) func futuresOfDifferentLoopsAreRefused() throws {
        let other = EventLoop(clock: .virtual, trace: .none)
        defer { other.close() }
        let foreign = other.createFuture(of: Int.self)
        try run(clock: .virtual) {
            let own = Future<Int>()
            await #expect(throws: LoopError.differentLoop(awaited: "an argument of gather")) {
                try await gather(own, foreign)
            }
            #expect(throws: LoopError.differentLoop(awaited: "an argument of gatherFuture")) {
                try gatherFuture(own, foreign).result()
            }
        }
    }

    @Test(.promise(167)) func gathersNest() throws {
        try run(clock: .virtual) {
            func value(_ number: Int) async throws -> Int {
                try await sleep(for: .seconds(10 - number))
                return number
            }
            let left = gatherFuture({ try await value(1) }, { try await value(2) })
            let right = gatherFuture({ try await value(3) }, { try await value(4) })
            let value = try await gather(left, right)
            #expect(value == [[1, 2], [3, 4]])
        }
    }

    @Test(.promise(168)) func awaiterWakesTwoTurnsAfterTheLastChildReturned() throws {
        let seen = try transcript { log in
            createTask {
                _ = try await gather({ log("child returns") }, { log("child returns") })
                log("gather is over")
            }
            try await sleep(for: .zero)
            try await countTurns(4, in: log)
        }
        #expect(
            seen == """
                [0.0] turn 1
                [0.0] child returns
                [0.0] child returns
                [0.0] turn 2
                [0.0] turn 3
                [0.0] gather is over
                [0.0] turn 4
                """
        )
    }
}
