import ConcurrencyKit
import Testing

/// What asyncio's loops, handles and futures tell of themselves.
@Suite struct LoopAccessTests {
    @Test(.promise(336)) func tasksAreComparedHoweverTheirResultsAreTyped() throws {
        try run(clock: .virtual) {
            let task: LoopTask<String> = createTask {
                try await sleep(for: .zero)
                return LoopTask.current?.name ?? ""
            }
            let same = LoopTask(task)
            #expect(task == same && same == task && !(task != same) && !(same != task))
            #expect(task != LoopTask.current && LoopTask.current != task)
            #expect(!(task == LoopTask.current) && !(LoopTask.current == task))
            var isItself = false
            createTask { isItself = EventLoop.running?.allTasks.contains { $0 == LoopTask.current } ?? false }
            _ = try await task.value
            #expect(isItself)
            let none: LoopTask<Int>? = nil
            #expect(task != none && none != task)
        }
    }

    @Test(.promise(61)) func futuresAndTasksKnowTheirLoop() throws {
        try run(clock: .virtual) {
            let loop = try #require(EventLoop.running)
            #expect(Future<Int>().loop === loop)
            #expect(createTask {}.loop === loop)
        }
    }

    @Test(.promise(25)) func whatCodeReportsItselfReachesTheHandler() throws {
        struct Broken: Error {}
        let loop = EventLoop(clock: .virtual, trace: .none)
        defer { loop.close() }
        var heard: [String] = []
        loop.exceptionHandler = { heard.append("\($0.kind), \($0.task ?? "-"): \($0)") }
        try loop.run {
            loop.callExceptionHandler("the printer jams", error: Broken())
            loop.callExceptionHandler("the paper is out")
            loop.callSoon { loop.callExceptionHandler("nobody runs") }
            try await sleep(for: .zero)
        }
        #expect(
            heard == [
                "reported(\"the printer jams\"), Task-1: the printer jams: Broken()",
                "reported(\"the paper is out\"), Task-1: the paper is out",
                "reported(\"nobody runs\"), -: nobody runs",
            ]
        )
    }

    @Test(.promise(303)) func aLoopHasACurrentTaskOnlyWhileOneRuns() throws {
        let loop = EventLoop(clock: .virtual, trace: .none)
        defer { loop.close() }
        #expect(loop.currentTask == nil)
        try loop.run {
            var inCallback: LoopTask<Any>?? = .none
            #expect(loop.currentTask == LoopTask.current)
            #expect(loop.currentTask?.name == "Task-1")
            let other = EventLoop(clock: .virtual, trace: .none)
            #expect(other.currentTask == nil)
            other.close()
            loop.callSoon { inCallback = .some(loop.currentTask) }
            try await sleep(for: .zero)
            #expect(loop.currentTask == LoopTask.current)
            #expect(inCallback == .some(nil))
        }
        #expect(loop.currentTask == nil)
    }

    @Test func timersKnowWhenTheyAreDueAndCallsDoNot() throws {
        try run(clock: .virtual) {
            let loop = try #require(EventLoop.running)
            try await sleep(for: .seconds(2))
            let later = loop.callLater(.seconds(1)) {}
            #expect(later.when == loop.time + .seconds(1))
            let at = loop.call(at: loop.time + .seconds(5)) {}
            #expect(at.when == loop.time + .seconds(5))
            #expect(loop.callSoon {}.when == nil)
            at.cancel()
            later.cancel()
            #expect(later.when == loop.time + .seconds(1))
        }
    }

    @Test func loopsSayWhetherTheyRunAndAreClosed() throws {
        let loop = EventLoop(clock: .virtual, trace: .none)
        #expect(!loop.isRunning && !loop.isClosed)
        try loop.run { #expect(loop.isRunning && !loop.isClosed) }
        #expect(!loop.isRunning && !loop.isClosed)
        loop.close()
        #expect(!loop.isRunning && loop.isClosed)
    }
}
