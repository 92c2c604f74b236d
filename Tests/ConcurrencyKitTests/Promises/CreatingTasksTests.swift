import ConcurrencyKit
import Testing

/// Topic 3 of behaviours.md.
@Suite struct CreatingTasksTests {
    @Test(.promise(46, 47)) func tasksStartInCreationOrderWhenTheCreatorGivesUpItsTurn() throws {
        let seen = try transcript { log in
            for name in ["a", "b", "c"] { createTask { log(name, "starts") } }
            log("main goes on")
            try await sleep(for: .zero)
            log("main is back")
        }
        #expect(
            seen == """
                [0.0] main goes on
                [0.0] a starts
                [0.0] b starts
                [0.0] c starts
                [0.0] main is back
                """
        )
    }

    @Test(.promise(48)) func taskMadeByATaskGoesToTheEndOfTheQueue() throws {
        let seen = try transcript { log in
            createTask {
                log("a")
                createTask { log("child of a") }
            }
            createTask { log("b") }
            try await sleep(for: .zero)
            log("main")
            try await sleep(for: .zero)
        }
        #expect(
            seen == """
                [0.0] a
                [0.0] b
                [0.0] main
                [0.0] child of a
                """
        )
    }

    @Test(.promise(49)) func yieldingTasksTakeTurnsInAFixedRound() throws {
        let seen = try transcript { log in
            let tasks = [("a", 3), ("b", 1), ("c", 2)].map { name, count in
                createTask {
                    for number in 1...count {
                        log(name, number)
                        try await sleep(for: .zero)
                    }
                }
            }
            for task in tasks { try await task.value }
        }
        #expect(
            seen == """
                [0.0] a 1
                [0.0] b 1
                [0.0] c 1
                [0.0] a 2
                [0.0] c 2
                [0.0] a 3
                """
        )
    }

    @Test(.promise(50)) func createTaskWithoutALoopIsAnErrorWhenAwaited() throws {
        let task = createTask { Issue.record("it runs") }
        #expect(task.done)
        #expect(throws: LoopError.noRunningLoop(operation: "createTask")) { try task.result() }
        try run(clock: .virtual) {
            await #expect(throws: LoopError.noRunningLoop(operation: "createTask")) { try await task.value }
        }
    }

    @Test(.promise(52, 53)) func automaticNamesCountTheNamelessTasksOfTheirLoop() throws {
        for _ in 0..<2 {
            try run(clock: .virtual) {
                #expect(LoopTask.current?.name == "Task-1")
                let tasks = [createTask {}, createTask(name: "fetcher") {}, createTask {}]
                #expect(tasks.map(\.name) == ["Task-2", "fetcher", "Task-3"])
                _ = try await gather(tasks)
            }
        }
    }

    @Test(.promise(54, 332)) func nameIsKeptAndCanBeChanged() throws {
        try run(clock: .virtual) {
            let task = createTask(name: "before") { LoopTask.current?.name }
            #expect(task.name == "before")
            task.name = "after"
            let value = try await task.value
            #expect(value == "after")
            #expect(task.name == "after")
        }
    }

    @Test(.promise(62)) func taskThatAwaitsItselfGetsAnError() throws {
        let seen = try transcript { log in
            var box: [LoopTask<String>] = []
            box.append(
                createTask(name: "narcissus") {
                    do { return try await box[0].value } catch let error as LoopError {
                        log(error)
                        return "recovered"
                    }
                }
            )
            log(try await box[0].value)
        }
        #expect(
            seen == """
                [0.0] Task cannot await on itself: 'narcissus'
                [0.0] recovered
                """
        )
    }
}
