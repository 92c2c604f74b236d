import ConcurrencyKit
import Testing

/// What cannot work is an error that says so, never a trap and never a wait for ever.
@Suite struct MisuseTests {
    @Test(.promise(50)) func everyPrimitiveNeedsARunningLoop() async {
        await #expect(throws: LoopError.noRunningLoop(operation: "sleep")) { try await sleep(for: .seconds(1)) }
        await #expect(throws: LoopError.noRunningLoop(operation: "gather")) { try await gather({ 1 }, { 2 }) }
        await #expect(throws: LoopError.noRunningLoop(operation: "gatherResults")) {
            try await gatherResults({ 1 }, { 2 })
        }
        await #expect(throws: LoopError.noRunningLoop(operation: "toThread")) { try await toThread { 1 } }
        let tasks = [createTask { 1 }]
        await #expect(throws: LoopError.noRunningLoop(operation: "wait")) { try await wait(for: tasks) }
        await #expect(throws: LoopError.noRunningLoop(operation: "asCompleted")) { try await asCompleted(tasks).next() }
        await #expect(throws: LoopError.noRunningLoop(operation: "asCompleted")) {
            try await asCompleted(tasks).handles[0].value
        }
        await #expect(throws: LoopError.noRunningLoop(operation: "createTask")) { try await createTask { 1 }.value }
        await #expect(throws: LoopError.noRunningLoop(operation: "Future()")) { try await Future<Int>().value }
        #expect(throws: LoopError.noRunningLoop(operation: "gatherFuture")) { try gatherFuture({ 1 }).result() }
    }

    @Test func pendingFutureCannotBeAwaitedWithoutItsLoop() async throws {
        let loop = EventLoop(clock: .virtual, trace: .none)
        let future = loop.createFuture(of: Int.self)
        await #expect(throws: LoopError.noRunningLoop(operation: "await of future 1")) { try await future.value }
        loop.close()
    }

    @Test func handlesOfWhatCouldNotBeMadeAreHarmless() throws {
        let task = createTask(name: "nothing") { 1 }
        task.name = "ignored"
        #expect(task.name.isEmpty)
        #expect(!task.cancel())
        #expect(task.cancelling == 0 && task.uncancel() == 0)
        #expect(!task.cancelled)
        #expect(task.removeDoneCallback(task.addDoneCallback { _ in }) == 0)
        let future = Future<Int>()
        #expect(!future.cancel())
        #expect(throws: InvalidStateError.alreadyDone) { try future.setResult(1) }
    }

    @Test(.promise(16)) func closedLoopTakesNoWork() throws {
        let loop = EventLoop(clock: .virtual, trace: .none)
        let future = loop.createFuture(of: Int.self)
        loop.close()
        let late = loop.createTask { Issue.record("it runs") }
        #expect(throws: LoopError.closed) { try late.result() }
        loop.callSoon { Issue.record("it runs") }.cancel()
        loop.callLater(.seconds(1)) { Issue.record("it runs") }
        loop.callSoonThreadsafe { Issue.record("it runs") }
        #expect(throws: LoopError.closed) { try loop.run { Issue.record("it runs") } }
        #expect(loop.allTasks.isEmpty)
        try run(clock: .virtual) {
            await #expect(throws: LoopError.differentLoop(awaited: "future 1")) { try await future.value }
        }
    }

    @Test func runningLoopCannotBeClosed() throws {
        try run(clock: .virtual) {
            EventLoop.running?.close()
            let value = try await createTask { "still open" }.value
            #expect(value == "still open")
        }
    }

    @Test(.promise(9)) func runInsideOfATaskLeavesTheLoopIntact() throws {
        let seen = try transcript { log in
            let task = createTask {
                do { try run(clock: .virtual) { log("never") } } catch { log(error) }
                try await sleep(for: .seconds(1))
                return "goes on"
            }
            log(try await task.value)
        }
        #expect(
            seen == """
                [0.0] run() cannot be called from a running event loop: await the code, or make a task of it
                [1.0] goes on
                """
        )
    }

    @Test(.promise(5)) func coroutineInTwoTasksFailsTheSecond() throws {
        let seen = try transcript { log in
            let coroutine = Coroutine { "value" }
            let tasks = [createTask(coroutine), createTask(coroutine)]
            for result in try await gatherResults(tasks) {
                switch result {
                case .success(let value): log(value)
                case .failure(LoopError.coroutineReused): log("refused")
                case .failure(let error): log("unexpected:", error)
                }
            }
        }
        #expect(
            seen == """
                [0.0] value
                [0.0] refused
                """
        )
    }

    @Test(.promise(42)) func taskOfALoopThatIsGoneCannotBeAwaited() throws {
        let old = EventLoop(clock: .virtual, trace: .none)
        let pending = old.createTask(name: "old") { try await sleep(for: .seconds(1)) }
        try run(clock: .virtual) {
            await #expect(throws: LoopError.differentLoop(awaited: "task 'old'")) { try await pending.value }
        }
        old.close()
        #expect(pending.cancelled)
        // What is over can be awaited anywhere.
        try run(clock: .virtual) {
            await #expect(throws: CancelledError.self) { try await pending.value }
        }
    }

    @Test func handleCanBeCancelledAtAnyTime() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            let handles = [
                loop.callSoon { log("never") }, loop.callLater(.seconds(1)) { log("never") },
                loop.call(at: .zero) { log("never") },
            ]
            for handle in handles + handles { handle.cancel() }
            let fired = loop.callSoon { log("fired") }
            try await sleep(for: .seconds(2))
            fired.cancel()
            #expect(handles.count(where: \.isCancelled) == 3)
            #expect(fired.isCancelled)
        }
        #expect(seen == "[0.0] fired")
    }

    @Test func errorsSayWhatHappenedAndWhatToDo() {
        let place = SourceLocation(file: "demo/demo.swift", line: 3)
        let errors: [any Error] = [
            LoopError.noRunningLoop(operation: "sleep"), LoopError.alreadyRunning, LoopError.closed,
            LoopError.differentLoop(awaited: "task 'a'"), LoopError.awaitsItself(task: "a"),
            LoopError.coroutineReused(place), InvalidStateError.resultNotReady, InvalidStateError.alreadyDone,
            CancelledError(), CancelledError(message: "stop"),
        ]
        #expect(
            errors.map { "\($0)" }.joined(separator: "\n") == """
                no running event loop: sleep works only inside of `run { … }`
                run() cannot be called from a running event loop: await the code, or make a task of it
                Event loop is closed: make a new one, or use `run { … }`
                task 'a' is attached to a different loop: await it on the loop where it was made
                Task cannot await on itself: 'a'
                cannot reuse already awaited coroutine: the one made at demo/demo.swift:3; make a new one for each await
                Result is not set: the task or future is not done; await its value instead
                invalid state: the future is done already; a result, an error or a cancellation is set only once
                CancelledError
                CancelledError: stop
                """
        )
    }
}
