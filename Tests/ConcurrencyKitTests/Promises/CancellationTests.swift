import ConcurrencyKit
import Testing

/// Topic 4 of behaviours.md: how a request to cancel is made, delivered and answered.
@Suite struct CancellationTests {
    @Test(.promise(63, 316)) func cancelOnlyAsks() throws {
        try run(clock: .virtual) {
            let task = createTask { try await sleep(for: .seconds(1)) }
            try await sleep(for: .zero)
            #expect(task.cancel())
            #expect(!task.cancelled && !task.done)
            await #expect(throws: CancelledError.self) { try await task.value }
            #expect(task.cancelled && task.done)
        }
    }

    @Test(.promise(64)) func cancelIsThrownWhereTheTaskIsSuspended() throws {
        let seen = try transcript { log in
            let task = createTask {
                try await sleep(for: .seconds(1))
                log("before")
                do { try await sleep(for: .seconds(100)) } catch {
                    log("thrown here:", error)
                    throw error
                }
            }
            try await sleep(for: .seconds(2))
            task.cancel()
            log("asked")
            try? await task.value
        }
        #expect(
            seen == """
                [1.0] before
                [2.0] asked
                [2.0] thrown here: CancelledError
                """
        )
    }

    @Test(.promise(65)) func cancellingWhatIsDoneDoesNothing() throws {
        try run(clock: .virtual) {
            let task = createTask { 1 }
            _ = try await task.value
            #expect(!task.cancel())
            #expect(task.cancelling == 0)
            #expect(try task.result() == 1)
        }
    }

    @Test(.promise(66)) func taskCancelledBeforeItsFirstTurnNeverRuns() throws {
        let seen = try transcript { log in
            let task = createTask { log("never") }
            task.cancel()
            log("done:", task.done)
            try await sleep(for: .zero)
            log("done:", task.done, "cancelled:", task.cancelled)
        }
        #expect(
            seen == """
                [0.0] done: false
                [0.0] done: true cancelled: true
                """
        )
    }

    @Test(.promise(67)) func cleanupMayAwait() throws {
        let seen = try transcript { log in
            let task = createTask {
                do { try await sleep(for: .seconds(100)) } catch {
                    try await sleep(for: .seconds(2))
                    log("cleaned up")
                    throw error
                }
            }
            try await sleep(for: .seconds(1))
            task.cancel()
            do { try await task.value } catch { log("ended:", error) }
        }
        #expect(
            seen == """
                [3.0] cleaned up
                [3.0] ended: CancelledError
                """
        )
    }

    @Test(.promise(68)) func awaiterOfACancelledTaskIsNotCancelledItself() throws {
        let seen = try transcript { log in
            let task = createTask { try await sleep(for: .seconds(100)) }
            let awaiter = createTask {
                do { try await task.value } catch is CancelledError {
                    log("CancelledError; own count:", LoopTask.current?.cancelling ?? -1)
                }
                return "went on"
            }
            try await sleep(for: .seconds(1))
            task.cancel()
            log(try await awaiter.value, "cancelled:", awaiter.cancelled)
        }
        #expect(
            seen == """
                [1.0] CancelledError; own count: 0
                [1.0] went on cancelled: false
                """
        )
    }

    @Test(.promise(69, 70)) func cancelGoesDownTheChainAndCleanupComesUp() throws {
        let seen = try transcript { log in
            nonisolated(nonsending) func cleaningUp(_ name: String, _ body: () async throws -> Void) async throws {
                do { try await body() } catch {
                    log(name, "cleans up")
                    throw error
                }
            }
            let inner = createTask { try await cleaningUp("inner") { try await sleep(for: .seconds(100)) } }
            let middle = createTask { try await cleaningUp("middle") { try await inner.value } }
            let outer = createTask { try await cleaningUp("outer") { try await middle.value } }
            try await sleep(for: .seconds(1))
            outer.cancel("stop")
            log("counts:", outer.cancelling, middle.cancelling, inner.cancelling)
            do { try await outer.value } catch { log(error) }
            log("cancelled:", inner.cancelled, middle.cancelled, outer.cancelled)
        }
        #expect(
            seen == """
                [1.0] counts: 1 1 1
                [1.0] inner cleans up
                [1.0] middle cleans up
                [1.0] outer cleans up
                [1.0] CancelledError: stop
                [1.0] cancelled: true true true
                """
        )
    }

    @Test(.promise(69)) func cancelGoesDownAChainThatIsLongerThanTheStack() throws {
        try run(clock: .virtual) {
            var task = createTask { try await sleep(for: .seconds(100)) }
            for _ in 0..<20_000 {
                let awaited = task
                task = createTask { try await awaited.value }
            }
            try await sleep(for: .seconds(1))
            #expect(task.cancel())
            await #expect(throws: CancelledError.self) { try await task.value }
            #expect(EventLoop.running?.allTasks.count == 1)
        }
    }

    @Test(.promise(71, 72, 77)) func swallowedCancelIsOverAndUncancelClearsTheCount() throws {
        let seen = try transcript { log in
            let task = createTask {
                do { try await sleep(for: .seconds(100)) } catch is CancelledError { log("swallowed") }
                try await sleep(for: .seconds(1))
                log("slept undisturbed")
                let me = LoopTask.current
                log("uncancel:", me?.uncancel() ?? -1, me?.uncancel() ?? -1)
                return "value"
            }
            try await sleep(for: .seconds(1))
            task.cancel()
            log(try await task.value, "cancelled:", task.cancelled)
        }
        #expect(
            seen == """
                [1.0] swallowed
                [2.0] slept undisturbed
                [2.0] uncancel: 0 0
                [2.0] value cancelled: false
                """
        )
    }

    @Test(.promise(73, 74, 75)) func severalCancelsCountEachAndAreDeliveredOnce() throws {
        let seen = try transcript { log in
            let task = createTask {
                var deliveries = 0
                for _ in 0..<2 {
                    do { try await sleep(for: .seconds(10)) } catch is CancelledError { deliveries += 1 }
                }
                return deliveries
            }
            try await sleep(for: .seconds(1))
            log(task.cancel(), task.cancel(), task.cancel(), "count:", task.cancelling)
            log("uncancel:", task.uncancel())
            log("deliveries:", try await task.value, "count:", task.cancelling)
        }
        #expect(
            seen == """
                [1.0] true true true count: 3
                [1.0] uncancel: 2
                [11.0] deliveries: 1 count: 2
                """
        )
    }

    @Test(.promise(76)) func secondCancelInterruptsTheCleanup() throws {
        let seen = try transcript { log in
            let task = createTask {
                do { try await sleep(for: .seconds(100)) } catch {
                    do { try await sleep(for: .seconds(100)) } catch { log("cleanup interrupted") }
                    throw error
                }
            }
            try await sleep(for: .seconds(1))
            task.cancel()
            try await sleep(for: .seconds(1))
            task.cancel()
            try? await task.value
            log("cancelled:", task.cancelled)
        }
        #expect(
            seen == """
                [2.0] cleanup interrupted
                [2.0] cancelled: true
                """
        )
    }

    @Test(.promise(78)) func uncancelToZeroWithdrawsWhatIsNotDelivered() throws {
        let seen = try transcript { log in
            let unstarted = createTask { "unstarted task runs" }
            unstarted.cancel()
            unstarted.uncancel()
            log(try await unstarted.value)
            let running = createTask {
                LoopTask.current?.cancel()
                LoopTask.current?.cancel()
                LoopTask.current?.uncancel()
                do { try await sleep(for: .zero) } catch { log("one request was left:", error) }
                LoopTask.current?.uncancel()
                LoopTask.current?.cancel()
                LoopTask.current?.uncancel()
                try await sleep(for: .zero)
                return "running task goes on"
            }
            log(try await running.value)
        }
        #expect(
            seen == """
                [0.0] unstarted task runs
                [0.0] one request was left: CancelledError
                [0.0] running task goes on
                """
        )
    }

    @Test(.promise(79)) func uncancelOfAnEndedTaskChangesNoOutcome() throws {
        try run(clock: .virtual) {
            let task = createTask { try await sleep(for: .seconds(1)) }
            task.cancel()
            try await sleep(for: .zero)
            task.uncancel()
            #expect(task.cancelled)
            await #expect(throws: CancelledError.self) { try await task.value }
        }
    }

    @Test(.promise(80)) func taskThatCancelsItselfIsInterruptedAtItsNextAwait() throws {
        let seen = try transcript { log in
            let future = Future<Int>()
            let awaits: [(String, () async throws -> Void)] = [
                ("sleep", { try await sleep(for: .seconds(1)) }),
                ("turn", { try await sleep(for: .zero) }),
                ("future", { _ = try await future.value }),
            ]
            for (name, body) in awaits {
                let task = createTask {
                    LoopTask.current?.cancel()
                    log(name, "still runs")
                    try await body()
                    log("never")
                }
                do { try await task.value } catch { log(name, error, task.cancelled) }
            }
            log("future cancelled:", future.cancelled)
        }
        #expect(
            seen == """
                [0.0] sleep still runs
                [0.0] sleep CancelledError true
                [0.0] turn still runs
                [0.0] turn CancelledError true
                [0.0] future still runs
                [0.0] future CancelledError true
                [0.0] future cancelled: true
                """
        )
    }

    @Test(.promise(81)) func taskThatCancelsItselfAndReturnsLosesItsValue() throws {
        try run(clock: .virtual) {
            let task = createTask {
                LoopTask.current?.cancel("too late")
                return 7
            }
            await #expect(throws: CancelledError(message: "too late")) { try await task.value }
            #expect(task.cancelled)
        }
    }

    @Test(.promise(82)) func cancelBeatsAResultThatHasNotArrived() throws {
        let seen = try transcript { log in
            let future = Future<String>()
            let task = createTask {
                do { log("got", try await future.value) } catch {
                    log(error, "future holds", try future.result())
                    throw error
                }
            }
            try await sleep(for: .zero)
            try future.setResult("value")
            task.cancel()
            try? await task.value
            log("cancelled:", task.cancelled)
        }
        #expect(
            seen == """
                [0.0] CancelledError future holds value
                [0.0] cancelled: true
                """
        )
    }

    @Test(.promise(82)) func cancelBeatsASleepThatIsOver() throws {
        let seen = try transcript { log in
            let task = createTask { try await sleep(for: .seconds(1)) }
            // Same instant, set later: the sleeper's timer has fired, but its turn has not come.
            try await sleep(for: .zero)
            EventLoop.running?.callLater(.seconds(1)) { log("cancel:", task.cancel()) }
            do { try await task.value } catch { log(error) }
        }
        #expect(
            seen == """
                [1.0] cancel: true
                [1.0] CancelledError
                """
        )
    }

    @Test(.promise(83)) func cancellingTheAwaitedFutureCancelsTheTask() throws {
        try run(clock: .virtual) {
            let future = Future<Int>()
            let task = createTask { try await future.value }
            try await sleep(for: .zero)
            future.cancel("gone")
            await #expect(throws: CancelledError(message: "gone")) { try await task.value }
            #expect(task.cancelled)
            #expect(task.cancelling == 0)
        }
    }

    @Test(.promise(84)) func cancellingFutureAndTaskIsOneCancellation() throws {
        let seen = try transcript { log in
            let future = Future<Int>()
            let task = createTask {
                do { _ = try await future.value } catch { log("once:", error) }
                try await sleep(for: .seconds(1))
                log("not again")
            }
            try await sleep(for: .zero)
            future.cancel()
            task.cancel()
            try await task.value
        }
        #expect(
            seen == """
                [0.0] once: CancelledError
                [1.0] not again
                """
        )
    }

    @Test(.promise(85)) func givingUpATurnIsACancellationPoint() throws {
        try run(clock: .virtual) {
            var turns = 0
            let task = createTask {
                while true {
                    turns += 1
                    try await sleep(for: .zero)
                }
            }
            for _ in 0..<3 { try await sleep(for: .zero) }
            task.cancel()
            await #expect(throws: CancelledError.self) { try await task.value }
            #expect(turns == 3)
        }
    }

    @Test(.promise(86, 87, 335)) func messageReachesTheTaskAndItsAwaiter() throws {
        let seen = try transcript { log in
            for message in [nil, "shutting down"] {
                let task = createTask {
                    do { try await sleep(for: .seconds(100)) } catch {
                        log("inside:", error)
                        throw error
                    }
                }
                try await sleep(for: .zero)
                task.cancel(message)
                do { try await task.value } catch { log("outside:", error) }
            }
        }
        #expect(
            seen == """
                [0.0] inside: CancelledError
                [0.0] outside: CancelledError
                [0.0] inside: CancelledError: shutting down
                [0.0] outside: CancelledError: shutting down
                """
        )
    }

    @Test(.promise(88)) func unstartedTaskKeepsTheLastMessageAndASuspendedOneTheFirst() throws {
        let seen = try transcript { log in
            let future = Future<Void>()
            let bodies: [(String, () async throws -> Void)] = [
                ("sleep:", { try await sleep(for: .seconds(100)) }),
                ("future:", { try await future.value }),
                ("turn:", { try await sleep(for: .zero) }),
            ]
            func cancelTwice(_ name: String, _ task: LoopTask<Void>) async {
                task.cancel("first")
                task.cancel("second")
                do { try await task.value } catch { log(name, error) }
            }
            await cancelTwice("unstarted:", createTask { log("never") })
            for (name, body) in bodies {
                let task = createTask(body)
                try await sleep(for: .zero)
                await cancelTwice(name, task)
            }
        }
        #expect(
            seen == """
                [0.0] unstarted: CancelledError: second
                [0.0] sleep: CancelledError: first
                [0.0] future: CancelledError: first
                [0.0] turn: CancelledError: second
                """
        )
    }

    @Test(.promise(90)) func anotherErrorInAnswerToACancelIsAFailure() throws {
        try run(clock: .virtual) {
            let task = createTask {
                do { try await sleep(for: .seconds(100)) } catch { throw Failure("cleanup broke") }
            }
            try await sleep(for: .zero)
            task.cancel()
            await #expect(throws: Failure("cleanup broke")) { try await task.value }
            #expect(!task.cancelled)
            #expect(try task.exception() as? Failure == Failure("cleanup broke"))
        }
    }

    @Test(.promise(91)) func throwingACancelledErrorIsBeingCancelled() throws {
        try run(clock: .virtual) {
            let own = createTask { throw CancelledError(message: "my own") }
            await #expect(throws: CancelledError(message: "my own")) { try await own.value }
            #expect(own.cancelled && own.cancelling == 0)
            // Swift's own cancellation error means the same.
            let native = createTask { throw CancellationError() }
            await #expect(throws: CancelledError.self) { try await native.value }
            #expect(native.cancelled && native.cancelling == 0)
        }
    }

    @Test(.promise(93, 333)) func descriptionShowsTheState() throws {
        let seen = try transcript { log in
            let finished = createTask(name: "a") {}
            let cancelled = createTask(name: "b") { try await sleep(for: .seconds(1)) }
            log(finished, cancelled)
            try await sleep(for: .zero)
            cancelled.cancel()
            log(finished, cancelled)
            try? await cancelled.value
            log(cancelled)
        }
        #expect(
            seen == """
                [0.0] <LoopTask pending name='a'> <LoopTask pending name='b'>
                [0.0] <LoopTask finished name='a' result=()> <LoopTask cancelling name='b'>
                [0.0] <LoopTask cancelled name='b'>
                """
        )
    }
}
