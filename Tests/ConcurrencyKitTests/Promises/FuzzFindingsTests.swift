import Testing

@testable import ConcurrencyKit

/// What random programs (`Tests/Conformance/fuzz`) found the kit to do otherwise than CPython, each as the smallest program that
/// shows it.
@Suite struct FuzzFindingsTests {
    @Test(.promise(62)) func awaitingItselfFailsOnTheNextTurn() throws {
        let seen = try transcript { log in
            createTask { try await countTurns(2, in: log) }
            do { _ = try await LoopTask.current?.value } catch { log(error) }
            LoopTask.current?.cancel("instead")
            do { _ = try await LoopTask.current?.value } catch { log(error) }
        }
        #expect(
            seen == """
                [0.0] turn 1
                [0.0] Task cannot await on itself: 'Task-1'
                [0.0] turn 2
                [0.0] CancelledError: instead
                """
        )
    }

    @Test(.promise(86, 88, 149)) func theErrorThatEndedATaskGoesToTheFirstWhoAsks() throws {
        let seen = try transcript { log in
            let sleeper = createTask { try await sleep(for: .seconds(9)) }
            try await sleep(for: .zero)
            sleeper.cancel("first")
            sleeper.cancel("second")
            do { try await sleeper.value } catch { log(error) }
            do { try await sleeper.value } catch { log(error) }

            let listed = createTask { throw CancelledError(message: "own") }
            log(try await gatherResults(listed))
            do { try await listed.value } catch { log(error) }

            let future = Future<Int>()
            future.cancel("kept")
            for _ in 0..<2 {
                do { _ = try await future.value } catch { log(error) }
            }
        }
        #expect(
            seen == """
                [0.0] CancelledError: first
                [0.0] CancelledError
                [0.0] [Swift.Result<(), Swift.Error>.failure(CancelledError)]
                [0.0] CancelledError: own
                [0.0] CancelledError: kept
                [0.0] CancelledError: kept
                """
        )
    }

    @Test(.promise(37)) func cancellingAFailedTaskCountsAsReadingItsError() throws {
        let seen = try transcript { log in
            let failed = createTask { throw Failure("known") }
            createTask { throw Failure("unknown") }
            let future = Future<Int>()
            try future.setException(Failure("known, too"))
            try await sleep(for: .zero)
            log(failed.cancel(), future.cancel())
        }
        #expect(seen == "[0.0] false false\n[0.0] report: errorNeverRetrieved Task-3 unknown")
    }

    @Test(.promise(37, 252)) func waitingForTheFirstErrorReadsOnlyWhatItAsksFor() throws {
        let seen = try transcript { log in
            let last = createTask { throw Failure("of the last") }
            _ = try await wait(for: [last], until: .firstError)
            let first = createTask { throw Failure("of the first") }
            let other = createTask {}
            let (done, _) = try await wait(for: [first, other], until: .firstError)
            log(done.count)
        }
        #expect(seen == "[0.0] 2\n[0.0] report: errorNeverRetrieved Task-2 of the last")
    }

    @Test(.promise(318)) func callbacksOfATaskThatEndsWithMainAreCalled() throws {
        let seen = try transcript { log in
            createTask { log("last") }.addDoneCallback { _ in log("called") }
        }
        #expect(seen == "[0.0] last\n[0.0] called")
    }

    @Test(.promise(143)) func gatherWaitsForAnArgumentBeforeItStartsTheNext() throws {
        let seen = try transcript { log in
            let loop = EventLoop.running!
            loop.taskFactory = .eager
            let future = Future<Int>()
            let both = gatherFuture(
                future,
                Coroutine {
                    future.addDoneCallback { _ in loop.callSoon { log("called after the gather") } }
                    return 2
                }
            )
            try future.setResult(1)
            log(try await both.value)
        }
        #expect(seen == "[0.0] [1, 2]\n[0.0] called after the gather")
    }

    @Test(.promise(165)) func aRefusedGatherDoesNotKeepItsLoop() throws {
        weak var closed: EventLoop?
        do {
            let other = EventLoop(clock: .virtual, trace: .none)
            let loop = EventLoop(clock: .virtual, trace: .none)
            closed = loop
            let foreign = other.createFuture(of: Int.self)
            try loop.run {
                let own = Future<Int>()
                await #expect(throws: LoopError.self) { try await gather(own, foreign) }
            }
            loop.close()
            other.close()
        }
        #expect(closed == nil)
    }

    @Test(.promise(157)) func aCancelledGatherTakesTheErrorOfItsLastArgument() throws {
        let seen = try transcript { log in
            func child(_ name: String, cleanup: Int) async throws {
                do { try await sleep(for: .seconds(9)) } catch {
                    try await sleep(for: .seconds(cleanup))
                    throw CancelledError(message: name)
                }
            }
            let awaiter = createTask {
                do {
                    _ = try await gatherResults(
                        { try await child("a", cleanup: 5) },
                        { try await child("b", cleanup: 1) }
                    )
                } catch {
                    log(error)
                }
            }
            try await sleep(for: .seconds(1))
            awaiter.cancel("from outside")
            try await awaiter.value
        }
        #expect(seen == "[6.0] CancelledError: b")
    }
}
