import ConcurrencyKit
import Testing

/// Topic 2 of behaviours.md.
@Suite struct AwaitablesTests {
    @Test(.promise(27)) func coroutinesTasksAndFuturesCanBeAwaited() throws {
        let seen = try transcript { log in
            let future = Future<Int>()
            EventLoop.running?.callLater(.seconds(1)) { try future.setResult(3) }
            let awaitables: [any Awaitable<Int>] = [Coroutine { 1 }, createTask { 2 }, future]
            for awaitable in awaitables { log(try await awaitable.value) }
        }
        #expect(
            seen == """
                [0.0] 1
                [0.0] 2
                [1.0] 3
                """
        )
    }

    @Test(.promise(28)) func awaitingWhatIsDoneGivesUpNoTurn() throws {
        let seen = try transcript { log in
            let task = createTask { 1 }
            let future = Future<Int>()
            try future.setResult(2)
            let failed = Future<Int>()
            try failed.setException(Failure("three"))
            _ = try await task.value
            createTask { log("somebody else") }
            log(try await task.value, try await future.value)
            do { _ = try await failed.value } catch { log(error) }
            log("main had no pause")
            try await sleep(for: .zero)
        }
        #expect(
            seen == """
                [0.0] 1 2
                [0.0] three
                [0.0] main had no pause
                [0.0] somebody else
                """
        )
    }

    @Test(.promise(29)) func awaitersWakeInTheOrderInWhichTheyBeganToWait() throws {
        let seen = try transcript { log in
            let future = Future<String>()
            for (name, delay) in [("c", 3), ("a", 1), ("b", 2)] {
                createTask {
                    try await sleep(for: .seconds(delay))
                    log(name, try await future.value)
                }
            }
            try await sleep(for: .seconds(4))
            try future.setResult("woke")
            try await sleep(for: .zero)
        }
        #expect(
            seen == """
                [4.0] a woke
                [4.0] b woke
                [4.0] c woke
                """
        )
    }

    @Test(.promise(30)) func nobodyRunsInsideOfSetResult() throws {
        let seen = try transcript { log in
            let future = Future<Void>()
            future.addDoneCallback { _ in log("callback") }
            createTask {
                try await future.value
                log("awaiter")
            }
            try await sleep(for: .zero)
            try future.setResult()
            log("set, done:", future.done)
            try await sleep(for: .zero)
        }
        #expect(
            seen == """
                [0.0] set, done: true
                [0.0] callback
                [0.0] awaiter
                """
        )
    }

    @Test(.promise(31)) func futureCanBeSetOnlyOnce() throws {
        try run(clock: .virtual) {
            let future = Future<Int>()
            try future.setResult(1)
            #expect(throws: InvalidStateError.alreadyDone) { try future.setResult(2) }
            #expect(throws: InvalidStateError.alreadyDone) { try future.setException(Failure("late")) }
            #expect(try future.result() == 1)
            let cancelled = Future<Int>()
            cancelled.cancel()
            #expect(throws: InvalidStateError.alreadyDone) { try cancelled.setResult(2) }
        }
    }

    @Test(.promise(32)) func cancellingAFutureTakesEffectAtOnce() throws {
        try run(clock: .virtual) {
            let future = Future<Int>()
            #expect(future.cancel())
            #expect(future.cancelled && future.done)
            #expect(!future.cancel())
            let finished = Future<Int>()
            try finished.setResult(1)
            #expect(!finished.cancel())
            #expect(!finished.cancelled)
        }
    }

    @Test(.promise(33, 34)) func futureAnswersAsItsStateAllows() throws {
        try run(clock: .virtual) {
            let pending = Future<Int>()
            #expect(throws: InvalidStateError.resultNotReady) { try pending.result() }
            #expect(throws: InvalidStateError.exceptionNotSet) { try pending.exception() }
            let cancelled = Future<Int>()
            cancelled.cancel("enough")
            #expect(throws: CancelledError(message: "enough")) { try cancelled.result() }
            #expect(throws: CancelledError(message: "enough")) { try cancelled.exception() }
            let failed = Future<Int>()
            try failed.setException(Failure("broken"))
            #expect(throws: Failure("broken")) { try failed.result() }
            #expect(try failed.exception() as? Failure == Failure("broken"))
            let finished = Future<Int>()
            try finished.setResult(1)
            #expect(try finished.exception() == nil)
        }
    }

    @Test(.promise(36)) func errorsThatNobodyReadAreReportedInTheOrderInWhichTheyHappened() throws {
        let seen = try transcript { log in
            createTask(name: "slow") {
                try await sleep(for: .seconds(2))
                throw Failure("two")
            }
            createTask(name: "quick") {
                try await sleep(for: .seconds(1))
                throw Failure("one")
            }
            _ = gatherFuture({ throw Failure("gathered") }) as Future<[Int]>
            let future = Future<Int>()
            try await sleep(for: .seconds(3))
            try future.setException(Failure("three"))
        }
        #expect(
            seen == """
                [3.0] report: errorNeverRetrieved - gathered
                [3.0] report: errorNeverRetrieved quick one
                [3.0] report: errorNeverRetrieved slow two
                [3.0] report: errorNeverRetrieved - three
                """
        )
    }

    @Test(.promise(37)) func readingOrCancellingSilencesTheReport() throws {
        let seen = try transcript { log in
            func failed() throws -> Future<Int> {
                let future = Future<Int>()
                try future.setException(Failure("reported by mistake"))
                return future
            }
            let (first, second, third) = (try failed(), try failed(), try failed())
            #expect(throws: Failure.self) { try first.result() }
            _ = try second.exception()
            await #expect(throws: Failure.self) { try await third.value }
            // An awaiter that is cancelled in the same turn has read the error, too.
            let fourth = Future<Int>()
            let awaiter = createTask { try await fourth.value }
            try await sleep(for: .zero)
            try fourth.setException(Failure("reported by mistake"))
            awaiter.cancel()
            await #expect(throws: CancelledError.self) { try await awaiter.value }
            // A cancelled future has nothing to report.
            Future<Int>().cancel()
            log("main ends")
        }
        #expect(seen == "[0.0] main ends")
    }

    private struct Countdown: Awaitable {
        let count: Int
        let log: Transcript

        var value: String {
            get async throws {
                for number in (1...count).reversed() {
                    log(number)
                    try await sleep(for: .seconds(1))
                }
                return "liftoff"
            }
        }
    }

    @Test(.promise(38)) func ownTypesCanBeAwaitedAndGathered() throws {
        let seen = try transcript { log in
            log(try await Countdown(count: 2, log: log).value)
            log(try await gather(Countdown(count: 1, log: log), Countdown(count: 2, log: log)))
        }
        #expect(
            seen == """
                [0.0] 2
                [1.0] 1
                [2.0] liftoff
                [2.0] 1
                [2.0] 2
                [3.0] 1
                [4.0] ["liftoff", "liftoff"]
                """
        )
    }

    @Test(.promise(39, 40)) func gatherKeepsTasksAndMakesTasksOfCoroutines() throws {
        try run(clock: .virtual) {
            let loop = try #require(EventLoop.running)
            let task = createTask { 1 }
            let gathering = gatherFuture(task, Future<Int>(), Coroutine { 2 })
            #expect(loop.allTasks.map(\.name) == ["Task-1", "Task-2", "Task-3"])
            #expect(loop.allTasks[1] == LoopTask(task))
            gathering.cancel()
        }
    }

    @Test(.promise(42)) func futureOfAnotherLoopIsRefused() throws {
        let other = EventLoop(clock: .virtual, trace: .none)
        defer { other.close() }
        let pending = other.createFuture(of: Int.self)
        let finished = other.createFuture(of: Int.self)
        try finished.setResult(1)
        try run(clock: .virtual) {
            await #expect(throws: LoopError.differentLoop(awaited: "future 1")) { try await pending.value }
            let value = try await finished.value
            #expect(value == 1)
        }
    }

    private final class SharedError: Error {}

    @Test(.promise(43)) func everyAwaiterGetsTheSameErrorObject() throws {
        try run(clock: .virtual) {
            let task = createTask { throw SharedError() }
            var errors: [SharedError] = []
            for _ in 0..<2 {
                do { try await task.value } catch let error as SharedError { errors.append(error) }
            }
            #expect(errors.count == 2)
            #expect(errors.first === errors.last)
        }
    }

    @Test func emptyOptionalIsAResultLikeAnyOther() throws {
        try run(clock: .virtual) {
            let task = createTask { () -> Int? in nil }
            let value = try await task.value
            #expect(value == nil)
            let future = Future<Int?>()
            try future.setResult(nil)
            let values = try await gather(future, future)
            #expect(values == [nil, nil])
        }
    }
}
