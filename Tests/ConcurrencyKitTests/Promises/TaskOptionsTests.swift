import ConcurrencyKit
import Testing

/// Topics 3 and 15 of behaviours.md: what `createTask` can be told, and what a task tells of it.
@Suite struct TaskOptionsTests {
    @Test(.promise(60), arguments: [TaskStart.scheduled, .eager])
    func startOfOneTaskOverridesWhatTheFactorySays(factorysStart: TaskStart) throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            loop.taskFactory = TaskFactory { _ in factorysStart }
            let eager = createTask(name: "eager", start: .eager) { log("eager begins") }
            log("made one, done:", eager.done)
            let scheduled = createTask(name: "scheduled", start: .scheduled) { log("scheduled begins") }
            log("made the other, done:", scheduled.done)
            try await scheduled.value
        }
        #expect(
            seen == """
                [0.0] eager begins
                [0.0] made one, done: true
                [0.0] made the other, done: false
                [0.0] scheduled begins
                """
        )
    }

    @Test(.promise(60)) func everythingGivenReachesTheTaskBeforeItBegins() throws {
        let user = ContextVariable("user", default: "nobody")
        let seen = try transcript { log in
            func show() { log(LoopTask.current?.name ?? "-", user.value) }
            let context = Context()
            context.run { user.value = "ann" }
            createTask(name: "closure", context: context, start: .eager) { show() }
            createTask(name: "coroutine", context: context, start: .eager, Coroutine { show() })
            let loop = try #require(EventLoop.running)
            loop.createTask(name: "of the loop", context: context, start: .eager) { show() }
            loop.taskFactory = TaskFactory { task in
                log("factory is told of", task.name)
                return .scheduled
            }
            try await createTask(name: "through the factory", context: context) { show() }.value
        }
        #expect(
            seen == """
                [0.0] closure ann
                [0.0] coroutine ann
                [0.0] of the loop ann
                [0.0] factory is told of through the factory
                [0.0] through the factory ann
                """
        )
    }

    @Test(.promise(61)) func taskKnowsItsLoop() throws {
        let loops = [EventLoop(clock: .virtual, trace: .none), EventLoop(clock: .virtual, trace: .none)]
        let waiting = loops[1].createTask { LoopTask.current?.loop === loops[1] }
        try loops[0].run {
            let task = createTask { try #require(LoopTask.current).loop === loops[0] }
            #expect(task.loop === loops[0])
            #expect(LoopTask.current?.loop === loops[0])
            #expect(waiting.loop === loops[1])
            let inside = try await task.value
            #expect(inside)
        }
        let inside = try loops[1].run { try await waiting.value }
        #expect(inside)
        for loop in loops { loop.close() }
        #expect(waiting.loop === loops[1])
    }

    @Test(.promise(330)) func taskKnowsTheCoroutineThatItWasMadeOf() throws {
        try run(clock: .virtual) {
            let coroutine = Coroutine { 1 }
            let task = createTask(coroutine)
            #expect(task.coroutine === coroutine)
            _ = try await task.value
            #expect(task.coroutine === coroutine)
            let another = Coroutine { 2 }
            #expect(ensureFuture(another).coroutine === another)
            #expect(createTask { 3 }.coroutine == nil)
        }
    }

    @Test(.promise(330)) func coroutineSaysWhereItWasMade() throws {
        func work() -> Coroutine<Int> { Coroutine { 1 } }
        try run(clock: .virtual) {
            let task = createTask(work())
            _ = try await task.value
            #expect(task.coroutine?.location.function == "work()")
            #expect(task.coroutine?.location.file == #fileID)
        }
    }
}
