import ConcurrencyKit
import Testing

/// Topic 8 of behaviours.md: the loop's task factory, and what is built on tasks.
@Suite struct EagerFactoryTests {
    @Test(.promise(169, 184)) func factoryDecidesForTheTasksMadeFromThenOn() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            createTask { log("made before") }
            loop.taskFactory = .eager
            createTask { log("eager") }
            createTask(start: .scheduled) { log("scheduled on request") }
            loop.taskFactory = .standard
            createTask { log("made after") }
            log("main")
            try await sleep(for: .zero)
        }
        #expect(
            seen == """
                [0.0] eager
                [0.0] main
                [0.0] made before
                [0.0] scheduled on request
                [0.0] made after
                """
        )
    }

    @Test(.promise(169, 180)) func mainOfALoopWithTheEagerFactoryIsAnOrdinaryTask() throws {
        let loop = EventLoop(clock: .virtual, trace: .none, taskFactory: .eager)
        defer { loop.close() }
        let log = Transcript()
        try loop.run {
            log("main is", LoopTask.current?.name ?? "none")
            createTask { log("child is", LoopTask.current?.name ?? "none") }
            log("main is", LoopTask.current?.name ?? "none")
        }
        #expect(
            log.text == """
                [0.0] main is Task-1
                [0.0] child is Task-2
                [0.0] main is Task-1
                """
        )
    }

    @Test(.promise(183, 185)) func factoryOfOnesOwnSeesEveryTaskBeforeItRuns() throws {
        let seen = try transcript { log in
            EventLoop.running?.taskFactory = TaskFactory { task in
                log("factory:", task.name, "done:", task.done)
                return task.name.hasPrefix("urgent") ? .eager : .scheduled
            }
            createTask(name: "urgent mail") { log("urgent mail") }
            createTask(name: "leaflet") { log("leaflet") }
            log("main")
            _ = try await gather({ 1 }, { 2 })
            try await withLoopTaskGroup { group in _ = try group.createTask(name: "urgent parcel") { log("parcel") } }
        }
        #expect(
            seen == """
                [0.0] factory: urgent mail done: false
                [0.0] urgent mail
                [0.0] factory: leaflet done: false
                [0.0] main
                [0.0] factory: Task-2 done: false
                [0.0] factory: Task-3 done: false
                [0.0] leaflet
                [0.0] factory: urgent parcel done: false
                [0.0] parcel
                """
        )
    }

    @Test(.promise(185)) func factoryThatThrowsMakesATaskThatHasFailed() throws {
        let seen = try transcript { log in
            EventLoop.running?.taskFactory = TaskFactory { _ in throw Failure("no more tasks") }
            let task = createTask { log("never") }
            log("done:", task.done)
            do { try await task.value } catch { log(error) }
            // A start of its own does not ask the factory.
            try await createTask(start: .scheduled) { log("asked nobody") }.value
        }
        #expect(
            seen == """
                [0.0] done: true
                [0.0] no more tasks
                [0.0] asked nobody
                """
        )
    }

    @Test(.promise(181)) func gatherOfWhatNeverSuspendsIsDoneAtOnce() throws {
        let seen = try transcript { log in
            EventLoop.running?.taskFactory = .eager
            createTask(start: .scheduled) { log("somebody else") }
            let gathering = gatherFuture({ 1 }, { 2 })
            log("done:", gathering.done, try gathering.result())
            log("awaited:", try await gather({ 3 }, { 4 }))
            // Nested a few levels deep, too.
            func tree(_ depth: Int) async throws -> Int {
                guard depth > 0 else { return 1 }
                return try await gather({ try await tree(depth - 1) }, { try await tree(depth - 1) }).reduce(0, +)
            }
            log("leaves:", try await tree(6))
        }
        #expect(
            seen == """
                [0.0] done: true [1, 2]
                [0.0] awaited: [3, 4]
                [0.0] leaves: 64
                [0.0] somebody else
                """
        )
    }

    @Test(.promise(171, 181)) func gatherWaitsForTheChildrenThatSuspended() throws {
        let seen = try transcript { log in
            EventLoop.running?.taskFactory = .eager
            let gathering = gatherFuture(
                { "at once" },
                { try await sleep(for: .seconds(1), returning: "later") }
            )
            log("done:", gathering.done)
            log(try await gathering.value)
            // An error before the first suspension: the gather has failed at once, and the sibling goes on.
            let failing = gatherFuture(
                { throw Failure("at once") },
                { try await Narrated.sleep("sibling", 1, in: log) }
            )
            log("done:", failing.done)
            do { _ = try await failing.value } catch { log(error) }
            try await sleep(for: .seconds(2))
        }
        #expect(
            seen == """
                [0.0] done: false
                [1.0] ["at once", "later"]
                [1.0] sibling starts
                [1.0] done: true
                [1.0] at once
                [2.0] sibling ends
                """
        )
    }

    @Test(.promise(170)) func groupOfWhatNeverSuspends() throws {
        let seen = try transcript { log in
            EventLoop.running?.taskFactory = .eager
            createTask(start: .scheduled) { log("somebody else") }
            try await withLoopTaskGroup { group in
                let task = try group.createTask { log("child") }
                log("done:", task.done)
            }
            log("left")
        }
        // As in 3.14 the group is told through the loop, so leaving it takes turns (promise 131).
        #expect(
            seen == """
                [0.0] child
                [0.0] done: true
                [0.0] somebody else
                [0.0] left
                """
        )
    }

    @Test(.promise(60)) func groupPassesTheStartOn() throws {
        let seen = try transcript { log in
            try await withLoopTaskGroup { group in
                try group.createTask(start: .eager) { log("eager") }
                try group.createTask { log("scheduled") }
                try group.createTask(start: .eager, Coroutine { log("eager coroutine") })
                log("the body ends")
            }
        }
        #expect(
            seen == """
                [0.0] eager
                [0.0] eager coroutine
                [0.0] the body ends
                [0.0] scheduled
                """
        )
    }
}
