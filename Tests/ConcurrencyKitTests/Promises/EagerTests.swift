import ConcurrencyKit
import Testing

/// Topic 8 of behaviours.md: what happens inside of `createTask` when a task starts eagerly.
@Suite struct EagerTests {
    @Test(.promise(169, 171)) func bodyStartsInsideCreateTaskAndIsScheduledFromItsFirstSuspensionOn() throws {
        let seen = try transcript { log in
            func body(_ name: String) async throws {
                log(name, "first")
                try await sleep(for: .zero)
                log(name, "second")
            }
            createTask { try await body("scheduled") }
            let first = createTask(start: .eager) { try await body("a") }
            log("made a, done:", first.done)
            let second = createTask(start: .eager) { try await body("b") }
            log("made b, done:", second.done)
            try await sleep(for: .zero)
            log("main")
            _ = try await (first.value, second.value)
        }
        #expect(
            seen == """
                [0.0] a first
                [0.0] made a, done: false
                [0.0] b first
                [0.0] made b, done: false
                [0.0] scheduled first
                [0.0] a second
                [0.0] b second
                [0.0] main
                [0.0] scheduled second
                """
        )
    }

    @Test(.promise(170)) func taskThatNeverSuspendsIsDoneWhenCreateTaskReturns() throws {
        let seen = try transcript { log in
            createTask { log("somebody else") }
            let done = Future<Int>()
            try done.setResult(1)
            let task = createTask(start: .eager) { () async throws -> Int in
                // None of these gives up the turn: a call, a done future, a done task, an empty group.
                func one() async -> Int { 1 }
                var sum = await one() + (try await done.value)
                sum += try await createTask(start: .eager) { 1 }.value
                try await withLoopTaskGroup { _ in sum += 1 }
                return try await timeout(after: .seconds(1)) { sum }
            }
            log("done:", task.done, try task.result(), try await task.value)
            try await sleep(for: .zero)
        }
        #expect(
            seen == """
                [0.0] done: true 4 4
                [0.0] somebody else
                """
        )
    }

    @Test(.promise(171)) func eagerTaskSleepsAndAwaitsLikeAnyOther() throws {
        let seen = try transcript { log in
            let outer = createTask(start: .eager) {
                let inner = createTask(start: .eager) { try await Narrated.sleep("inner", 1, in: log) }
                log("outer awaits inner")
                return try await inner.value
            }
            log("main goes on, done:", outer.done)
            log(try await outer.value)
        }
        #expect(
            seen == """
                [0.0] inner starts
                [0.0] outer awaits inner
                [0.0] main goes on, done: false
                [1.0] inner ends
                [1.0] inner
                """
        )
    }

    @Test(.promise(172, 183)) func currentTaskIsTheNewOneWithItsNameAndAfterwardsTheCreator() throws {
        let seen = try transcript { log in
            func nest(_ depth: Int) async throws {
                let name = LoopTask.current?.name ?? "none"
                log("enter", name)
                if depth > 0 {
                    createTask(name: "level \(depth - 1)", start: .eager) { try await nest(depth - 1) }
                    log("back in", LoopTask.current?.name ?? "none")
                }
                try await sleep(for: .zero)
                log("resumed", LoopTask.current?.name ?? "none")
            }
            createTask(name: "level 2", start: .eager) { try await nest(2) }
            log("back in", LoopTask.current?.name ?? "none")
            try await sleep(for: .zero)
            log("back in", LoopTask.current?.name ?? "none")
        }
        #expect(
            seen == """
                [0.0] enter level 2
                [0.0] enter level 1
                [0.0] enter level 0
                [0.0] back in level 1
                [0.0] back in level 2
                [0.0] back in Task-1
                [0.0] resumed level 0
                [0.0] resumed level 1
                [0.0] resumed level 2
                [0.0] back in Task-1
                """
        )
    }

    @Test(.promise(172)) func eagerTaskOfAPlainCallbackHasNoCreatorToReturnTo() throws {
        let seen = try transcript { log in
            func current() -> String { LoopTask.current?.name ?? "none" }
            EventLoop.running?.callSoon {
                log("callback:", current())
                createTask(name: "eager", start: .eager) {
                    log("task:", current())
                    try await sleep(for: .zero)
                    log("task:", current())
                }
                log("callback:", current())
            }
            try await sleep(for: .seconds(1))
        }
        #expect(
            seen == """
                [0.0] callback: none
                [0.0] task: eager
                [0.0] callback: none
                [0.0] task: eager
                """
        )
    }

    @Test(.promise(173)) func allTasksIncludesItDuringTheEagerPartAndAfterwardsIfItIsNotDone() throws {
        let seen = try transcript { log in
            func names() -> [String] { EventLoop.running?.allTasks.map(\.name) ?? [] }
            createTask(name: "quick", start: .eager) { log("during:", names()) }
            log("after:", names())
            let slow = createTask(name: "slow", start: .eager) {
                log("during:", names())
                try await sleep(for: .zero)
            }
            log("after:", names())
            try await slow.value
            log("at the end:", names())
        }
        #expect(
            seen == """
                [0.0] during: ["Task-1", "quick"]
                [0.0] after: ["Task-1"]
                [0.0] during: ["Task-1", "slow"]
                [0.0] after: ["Task-1", "slow"]
                [0.0] at the end: ["Task-1"]
                """
        )
    }

    @Test(.promise(174)) func eagerPartRunsInTheTasksOwnCopyOfTheContext() throws {
        let user = ContextVariable("user", default: "nobody")
        let seen = try transcript { log in
            // A creator without variables of its own, and one with.
            for mine in [nil, "ann"] {
                if let mine { user.value = mine }
                let task = createTask(start: .eager) {
                    log("eager part:", user.value)
                    user.value = "task"
                    try await sleep(for: .zero)
                    log("later:", user.value)
                }
                log("creator:", user.value)
                try await task.value
                log("creator:", user.value)
            }
            let given = Context()
            createTask(context: given, start: .eager) { user.value = "given" }
            log("creator:", user.value, "given:", given[user])
        }
        #expect(
            seen == """
                [0.0] eager part: nobody
                [0.0] creator: nobody
                [0.0] later: task
                [0.0] creator: nobody
                [0.0] eager part: ann
                [0.0] creator: ann
                [0.0] later: task
                [0.0] creator: ann
                [0.0] creator: ann given: given
                """
        )
    }

    @Test(.promise(175)) func errorOfTheEagerPartIsKeptInTheTask() throws {
        let seen = try transcript { log in
            let task = createTask(start: .eager) { throw Failure("eager") }
            log("createTask returned, done:", task.done)
            try await sleep(for: .zero)
            do { try await task.value } catch { log("awaited:", error) }
            // Nobody reads this one.
            createTask(name: "forgotten", start: .eager) { throw Failure("unread") }
        }
        #expect(
            seen == """
                [0.0] createTask returned, done: true
                [0.0] awaited: eager
                [0.0] report: errorNeverRetrieved forgotten unread
                """
        )
    }

    @Test(.promise(176)) func doneCallbacksOfAnEagerlyFinishedTaskComeThroughTheLoop() throws {
        let seen = try transcript { log in
            let task = createTask(start: .eager) { "value" }
            task.addDoneCallback { log("callback:", try $0.result()) }
            log("added")
            log("awaited:", try await task.value)
            try await sleep(for: .zero)
            log("a turn later")
        }
        #expect(
            seen == """
                [0.0] added
                [0.0] awaited: value
                [0.0] callback: value
                [0.0] a turn later
                """
        )
    }

    @Test(.promise(179)) func futureSetDuringTheEagerPartCanBeAwaitedAtOnce() throws {
        let seen = try transcript { log in
            createTask { log("somebody else") }
            let future = Future<String>()
            createTask(start: .eager) { try future.setResult("set") }
            log(try await future.value)
        }
        #expect(
            seen == """
                [0.0] set
                [0.0] somebody else
                """
        )
    }

    @Test(.promise(180)) func nothingStartsEagerlyBeforeTheLoopRuns() throws {
        let log = Transcript()
        let loop = EventLoop(clock: .virtual, trace: .none, taskFactory: .eager)
        let early = loop.createTask(start: .eager) { log("the early task") }
        #expect(!early.done)
        log("run")
        try loop.run {
            // Queued before main was.
            log("main, done:", early.done)
            createTask { log("at once") }
            log("main goes on")
        }
        // Between two runs the loop does not run either.
        let between = loop.createTask { log("the task between") }
        #expect(!between.done)
        try loop.run { try await between.value }
        loop.close()
        #expect(
            log.text == """
                [0.0] run
                [0.0] the early task
                [0.0] main, done: true
                [0.0] at once
                [0.0] main goes on
                [0.0] the task between
                """
        )
    }

    @Test(.promise(180)) func taskOfAnotherLoopDoesNotStartOnThisOne() throws {
        let other = EventLoop(clock: .virtual, trace: .none)
        let task = try run(clock: .virtual) {
            let task = other.createTask(start: .eager) { "on its own loop" }
            #expect(!task.done)
            return task
        }
        let value = try other.run { try await task.value }
        other.close()
        #expect(value == "on its own loop")
    }
}
