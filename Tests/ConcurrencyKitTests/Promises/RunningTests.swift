import ConcurrencyKit
import Testing

/// Topic 1 of behaviours.md: coroutines, and running a program.
@Suite struct RunningTests {
    @Test(.promise(1, 2)) func coroutineRunsNothingUntilItIsAwaitedAndThenInline() throws {
        let seen = try transcript { log in
            createTask { log("bystander") }
            let coroutine = Coroutine {
                log("body")
                return 7
            }
            log("made")
            log("result", try await coroutine.value)
            try await sleep(for: .zero)
        }
        #expect(
            seen == """
                [0.0] made
                [0.0] body
                [0.0] result 7
                [0.0] bystander
                """
        )
    }

    @Test(.promise(3)) func awaitedCallsAddUpAndTasksOverlap() throws {
        let seen = try transcript { log in
            try await sleep(for: .seconds(1))
            try await sleep(for: .seconds(2))
            log("one after the other")
            let tasks = [1, 2].map { seconds in createTask { try await sleep(for: .seconds(seconds)) } }
            for task in tasks { try await task.value }
            log("together")
        }
        #expect(
            seen == """
                [3.0] one after the other
                [5.0] together
                """
        )
    }

    @Test(.promise(4)) func coroutineThatNobodyAwaitsIsReportedWhenTheLoopCloses() throws {
        let seen = try transcript { log in
            _ = Coroutine { log("never") }
            try await Coroutine { log("awaited") }.value
            log("main ends")
        }
        #expect(
            seen == """
                [0.0] awaited
                [0.0] main ends
                [0.0] report: neverAwaited - -
                """
        )
    }

    @Test(.promise(5)) func coroutineCanBeAwaitedOnlyOnce() throws {
        let seen = try transcript { log in
            let coroutine = Coroutine { log("runs") }
            try await coroutine.value
            do { try await coroutine.value } catch LoopError.coroutineReused(let place) {
                log("refused; made in", place.file)
            }
            let running = Coroutine { try await sleep(for: .seconds(1)) }
            createTask(running)
            try await sleep(for: .zero)
            do { try await running.value } catch LoopError.coroutineReused { log("refused while it runs") }
        }
        #expect(
            seen == """
                [0.0] runs
                [0.0] refused; made in ConcurrencyKitTests/RunningTests.swift
                [0.0] refused while it runs
                """
        )
    }

    @Test(.promise(6)) func runReturnsTheValueOfMain() throws {
        #expect(try run(clock: .virtual) { "value" } == "value")
    }

    @Test(.promise(7)) func runThrowsTheErrorOfMain() {
        #expect(throws: Failure("main broke")) {
            try run(clock: .virtual) { throw Failure("main broke") }
        }
    }

    @Test(.promise(9)) func runInsideOfARunningLoopIsAnError() throws {
        try run(clock: .virtual) {
            #expect(throws: LoopError.alreadyRunning) { try run(clock: .virtual) {} }
            #expect(throws: LoopError.alreadyRunning) { try EventLoop(clock: .virtual).run {} }
        }
    }

    @Test(.promise(10)) func runMakesANewLoopAndClosesIt() throws {
        let first = try run(clock: .virtual) {
            try await sleep(for: .seconds(5))
            return EventLoop.running
        }
        let time = try run(clock: .virtual) { EventLoop.running?.time }
        #expect(time == .zero)
        #expect(throws: LoopError.closed) { try first?.run {} }
        #expect(EventLoop.running == nil)
    }

    @Test(.promise(11)) func tasksThatMainLeavesAreCancelledAndAwaited() throws {
        let seen = try transcript { log in
            createTask {
                do { try await sleep(for: .seconds(100)) } catch is CancelledError {
                    log("told to stop")
                    try await sleep(for: .seconds(1))
                    log("cleaned up")
                    throw CancelledError()
                }
            }
            try await sleep(for: .zero)
            log("main ends")
        }
        #expect(
            seen == """
                [0.0] main ends
                [0.0] told to stop
                [1.0] cleaned up
                """
        )
    }

    @Test(.promise(12)) func leftoversAreCancelledInCreationOrder() throws {
        let seen = try transcript { log in
            for name in ["a", "b", "c", "d"] {
                createTask {
                    do { try await sleep(for: .seconds(name == "c" ? 1 : 100)) } catch is CancelledError {
                        log(name, "cancelled")
                    }
                }
            }
            try await sleep(for: .seconds(2))
        }
        #expect(
            seen == """
                [2.0] a cancelled
                [2.0] b cancelled
                [2.0] d cancelled
                """
        )
    }

    @Test(.promise(13)) func errorOfALeftoverIsReportedAndNotThrownByRun() throws {
        let seen = try transcript { log in
            createTask(name: "fragile") {
                do { try await sleep(for: .seconds(100)) } catch { throw Failure("cleanup broke") }
            }
            try await sleep(for: .zero)
            log("main ends")
        }
        #expect(
            seen == """
                [0.0] main ends
                [0.0] report: failedDuringShutdown fragile cleanup broke
                """
        )
    }

    @Test(.promise(15)) func loopRunsSeveralMainsAndTheTasksBetweenThem() throws {
        let loop = EventLoop(clock: .virtual, trace: .none)
        defer { loop.close() }
        let log = Transcript()
        let task = try loop.run {
            let task = createTask {
                try await sleep(for: .seconds(2))
                log("background goes on in the second run")
                return "background"
            }
            try await sleep(for: .seconds(1))
            log("first main ends")
            return task
        }
        try loop.run { log("second main got", try await task.value) }
        #expect(
            log.text == """
                [1.0] first main ends
                [2.0] background goes on in the second run
                [2.0] second main got background
                """
        )
    }

    @Test(.promise(16)) func closedLoopRefusesToRun() throws {
        let loop = EventLoop(clock: .virtual, trace: .none)
        loop.close()
        loop.close()
        #expect(throws: LoopError.closed) { try loop.run {} }
    }

    @Test(.promise(20)) func loopTimeIsExactWhateverTheUnits() throws {
        try run(clock: .virtual) {
            let loop = try #require(EventLoop.running)
            try await sleep(for: .seconds(0.1))
            try await sleep(for: .seconds(0.2))
            #expect(loop.time == .milliseconds(300))
            // `Duration.seconds(0.57)` is 0.569999999999999992.
            for hundredths in 1...300 {
                let before = loop.time
                try await sleep(for: .seconds(Double(hundredths) / 100))
                #expect(loop.time - before == .milliseconds(10 * hundredths))
            }
        }
    }

    @Test(.promise(21)) func whatIsAddedDuringAnIterationWaitsForTheNext() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            loop.callSoon {
                log("first")
                loop.callSoon { log("added by first") }
            }
            loop.callSoon { log("second") }
            try await sleep(for: .zero)
            log("main")
            try await sleep(for: .zero)
        }
        #expect(
            seen == """
                [0.0] first
                [0.0] second
                [0.0] main
                [0.0] added by first
                """
        )
    }

    @Test(.promise(22)) func dueTimersJoinTheQueueBehindWhatIsReady() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            loop.call(at: .seconds(1)) {
                log("timer 1")
                loop.callSoon { log("ready before timer 2") }
                loop.call(at: .seconds(1)) { log("timer 2, due at once") }
                loop.callSoon { log("ready before timer 2, too") }
            }
            try await sleep(for: .seconds(2))
        }
        #expect(
            seen == """
                [1.0] timer 1
                [1.0] ready before timer 2
                [1.0] ready before timer 2, too
                [1.0] timer 2, due at once
                """
        )
    }

    @Test(.promise(23, 24)) func timersOfOneInstantFireInOneIterationInTheOrderSet() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            for name in ["a", "b", "c"] {
                loop.callLater(.seconds(1)) {
                    log(name)
                    loop.callSoon { log("after", name) }
                }
            }
            loop.callLater(.milliseconds(500)) { log("early") }
            try await sleep(for: .seconds(2))
        }
        #expect(
            seen == """
                [0.5] early
                [1.0] a
                [1.0] b
                [1.0] c
                [1.0] after a
                [1.0] after b
                [1.0] after c
                """
        )
    }

    @Test(.promise(25)) func errorInACallbackIsReportedAndTheLoopGoesOn() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            loop.callSoon { throw Failure("callback broke") }
            loop.callSoon { log("next callback") }
            loop.callLater(.seconds(1)) { throw Failure("timer broke") }
            try await sleep(for: .seconds(2))
            log("main ends")
        }
        #expect(
            seen == """
                [0.0] report: callbackFailed - callback broke
                [0.0] next callback
                [1.0] report: callbackFailed - timer broke
                [2.0] main ends
                """
        )
    }
}
