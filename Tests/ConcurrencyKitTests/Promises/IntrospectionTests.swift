import ConcurrencyKit
import Testing

/// Topic 14 of behaviours.md.
@Suite struct IntrospectionTests {
    private static func current() async -> LoopTask<Any>? { LoopTask.current }

    @Test(.promise(300)) func currentTaskStaysTheSameThroughPlainAwaits() throws {
        try run(clock: .virtual) {
            let me = try #require(LoopTask.current)
            #expect(await Self.current() == me)
            let inCoroutine = try await Coroutine { await Self.current() }.value
            #expect(inCoroutine == me)
            try await sleep(for: .seconds(1))
            #expect(LoopTask.current == me)
            let task = createTask { await Self.current() }
            let inTask = try await task.value
            #expect(inTask == LoopTask(task))
            #expect(LoopTask.current == me)
        }
    }

    @Test(.promise(301)) func thereIsNoCurrentTaskInACallback() throws {
        let seen = try transcript { log in
            EventLoop.running?.callSoon { log("callback:", LoopTask.current as Any) }
            EventLoop.running?.callLater(.seconds(1)) { log("timer:", LoopTask.current as Any) }
            let task = createTask {}
            task.addDoneCallback { _ in log("done callback:", LoopTask.current as Any) }
            try await sleep(for: .seconds(2))
        }
        #expect(
            seen == """
                [0.0] callback: nil
                [0.0] done callback: nil
                [1.0] timer: nil
                """
        )
    }

    @Test(.promise(302)) func outsideOfALoopThereIsNoTaskAndNoLoop() {
        #expect(LoopTask.current == nil)
        #expect(EventLoop.running == nil)
    }

    @Test(.promise(303)) func loopThatRunsNoTaskHasNoCurrentTask() throws {
        let loop = EventLoop(clock: .virtual, trace: .none)
        defer { loop.close() }
        let waiting = loop.createTask { try await sleep(for: .seconds(1)) }
        #expect(LoopTask.current == nil)
        try loop.run {}
        #expect(LoopTask.current == nil)
        #expect(!waiting.done)
    }

    @Test(.promise(304)) func currentTaskIsRightWhenTasksInterleave() throws {
        try run(clock: .virtual) {
            func check(_ name: String, turns: Int) async throws {
                for turn in 0..<turns {
                    #expect(LoopTask.current?.name == name)
                    try await sleep(for: turn.isMultiple(of: 2) ? .zero : .seconds(1))
                    #expect(LoopTask.current?.name == name)
                }
            }
            let tasks = ["a", "b", "c"].map { name in createTask(name: name) { try await check(name, turns: 6) } }
            _ = try await gather(tasks)
        }
    }

    @Test(.promise(305, 306, 307)) func allTasksAreTheUnfinishedOnesInCreationOrder() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            func show() { log(loop.allTasks.map(\.name)) }
            let first = createTask(name: "first") { try await sleep(for: .seconds(2)) }
            createTask(name: "second") { try await sleep(for: .seconds(1)) }
            show()
            try await sleep(for: .zero)
            createTask(name: "third") { show() }
            show()
            try await sleep(for: .seconds(1.5))
            show()
            try await first.value
            show()
        }
        #expect(
            seen == """
                [0.0] ["Task-1", "first", "second"]
                [0.0] ["Task-1", "first", "second", "third"]
                [0.0] ["Task-1", "first", "second", "third"]
                [1.5] ["Task-1", "first"]
                [2.0] ["Task-1"]
                """
        )
    }

    @Test(.promise(45, 308)) func kindOfAnAwaitableCanBeAsked() throws {
        try run(clock: .virtual) {
            let things: [any Awaitable<Int>] = [Coroutine { 1 }, createTask { 1 }, Future<Int>()]
            #expect(things.map { $0 is Coroutine<Int> } == [true, false, false])
            #expect(things.map { $0 is LoopTask<Int> || $0 is Future<Int> } == [false, true, true])
            _ = try await things[0].value
        }
    }
}
