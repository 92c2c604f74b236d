import ConcurrencyKit
import Testing

/// A program that can never go on ends with an error that names who waits for what.
@Suite struct DeadlockTests {
    /// What a person sees of the deadlock in which `main` ends.
    private func message(_ main: @escaping @Loop () async throws -> Void) -> String {
        let loop = EventLoop(clock: .virtual, trace: .none)
        defer { loop.close() }
        do {
            try loop.run(file: "demo.swift", line: 1, main)
            return "no deadlock"
        } catch { return "\(error)" }
    }

    @Test func futureThatNobodySets() {
        let seen = message {
            _ = Future<Int>()
            _ = try await Future<Int>().value
        }
        #expect(
            seen == """
                deadlock: nothing is ready, no timer is set, and no thread will wake the loop
                  task 'Task-1' waits for future 2 (demo.swift:1)
                """
        )
    }

    @Test func twoTasksInACircle() {
        let seen = message {
            var tasks: [LoopTask<Void>] = []
            tasks.append(createTask(name: "hen", file: "demo.swift", line: 2) { try await tasks[1].value })
            tasks.append(createTask(name: "egg", file: "demo.swift", line: 3) { try await tasks[0].value })
            try await tasks[0].value
        }
        #expect(
            seen == """
                deadlock: nothing is ready, no timer is set, and no thread will wake the loop
                  task 'Task-1' waits for task 'hen' (demo.swift:1)
                  task 'hen' waits for task 'egg' (demo.swift:2)
                  task 'egg' waits for task 'hen' (demo.swift:3)
                  a circle: hen -> egg -> hen
                """
        )
    }

    @Test func circleThroughAGather() {
        let seen = message {
            var tasks: [LoopTask<Void>] = []
            tasks.append(
                createTask(name: "a", file: "demo.swift", line: 2) {
                    _ = try await gather(createTask(name: "idle") {}, tasks[1], file: "demo.swift", line: 20)
                }
            )
            tasks.append(createTask(name: "b", file: "demo.swift", line: 3) { try await tasks[0].value })
            try await tasks[1].value
        }
        #expect(
            seen == """
                deadlock: nothing is ready, no timer is set, and no thread will wake the loop
                  task 'Task-1' waits for task 'b' (demo.swift:1)
                  task 'a' waits for a gather of 2 (demo.swift:20)
                  task 'b' waits for task 'a' (demo.swift:3)
                  a circle: b -> a -> b
                """
        )
    }

    @Test(.promise(62)) func awaitingOneselfIsAnErrorAndNoDeadlock() {
        let seen = message {
            let box = Future<LoopTask<Void>>()
            let task = createTask(name: "narcissus") { try await (try await box.value).value }
            try box.setResult(task)
            try await task.value
        }
        #expect(seen == "Task cannot await on itself: 'narcissus'")
    }

    @Test func gatherThatContainsItsOwnAwaiterIsACircle() {
        let seen = message {
            var tasks: [LoopTask<Void>] = []
            tasks.append(
                createTask(name: "self", file: "demo.swift", line: 2) {
                    _ = try await gather(tasks, file: "demo.swift", line: 20)
                }
            )
            try await tasks[0].value
        }
        #expect(
            seen == """
                deadlock: nothing is ready, no timer is set, and no thread will wake the loop
                  task 'Task-1' waits for task 'self' (demo.swift:1)
                  task 'self' waits for a gather of 1 (demo.swift:20)
                  a circle: self -> self
                """
        )
    }

    @Test func stuckTasksAreCancelledWhenTheLoopCloses() throws {
        let log = Transcript()
        #expect(throws: Deadlock.self) {
            try run(clock: .virtual) {
                var tasks: [LoopTask<Void>] = []
                for (name, other) in [("hen", 1), ("egg", 0)] {
                    tasks.append(
                        createTask(name: name) {
                            do { try await tasks[other].value } catch {
                                log(name, error)
                                throw error
                            }
                        }
                    )
                }
                try await tasks[0].value
            }
        }
        #expect(
            log.text == """
                [0.0] hen CancelledError
                [0.0] egg CancelledError
                """
        )
    }

    @Test func cancellingACircleEndsIt() throws {
        let seen = try transcript { log in
            var tasks: [LoopTask<Void>] = []
            func reporting(_ name: String, _ body: @escaping @Loop () async throws -> Void) -> LoopTask<Void> {
                createTask(name: name) {
                    do { try await body() } catch {
                        log(name, error)
                        throw error
                    }
                }
            }
            tasks.append(reporting("a") { try await tasks[1].value })
            tasks.append(reporting("b") { _ = try await gather([tasks[2]]) })
            tasks.append(reporting("c") { _ = try await gather([tasks[0]]) })
            try await sleep(for: .seconds(1))
            log("cancel:", tasks[0].cancel("enough"))
            _ = try await gatherResults(tasks)
            log("cancelled:", tasks.map(\.cancelled))
        }
        #expect(
            seen == """
                [1.0] cancel: true
                [1.0] a CancelledError: enough
                [1.0] c CancelledError: enough
                [1.0] b CancelledError: enough
                [1.0] cancelled: [true, true, true]
                """
        )
    }

    @Test func chainLongerThanTheStackIsStillReported() throws {
        let length = 2_000
        let error = try #require(throws: Deadlock.self) {
            try run(clock: .virtual) {
                let future = Future<Void>()
                var task = createTask { try await future.value }
                for _ in 1..<length {
                    let awaited = task
                    task = createTask { try await awaited.value }
                }
                try await task.value
            }
        }
        #expect(error.stuck.count == length + 1)
        #expect(error.cycle.isEmpty)
    }

    @Test func whoWaitsForATimerOrACallbackIsNotStuck() {
        let seen = message {
            let future = Future<Void>()
            EventLoop.running?.callLater(.seconds(86_400)) { try future.setResult() }
            try await future.value
        }
        #expect(seen == "no deadlock")
    }

    @Test(.promise(289)) func threadsThatWaitForWhatTheLoopWillNeverDoAreADeadlock() throws {
        let log = Transcript()
        let deadlock = #expect(throws: Deadlock.self) {
            try run(clock: .virtual) {
                let loop = try #require(EventLoop.running)
                let never = Future<Void>()
                let tasks = ["a", "b"].map { (name: String) in
                    createTask(name: name) {
                        try await toThread {
                            do { try loop.submit(name: "for \(name)") { try await never.value }.result() } catch {
                                log(name, error)
                            }
                        }
                    }
                }
                _ = try await gather(tasks)
            }
        }
        // Which thread came first is a race, and with it the order of the tasks that they have sent.
        #expect(deadlock?.stuck.map(\.task).sorted() == ["Task-1", "a", "b", "for a", "for b"])
        #expect(deadlock?.stuck.filter { $0.task == "a" }.map(\.waitsFor) == ["a thread"])
        // Closing the loop cancels what they wait for, and waits for them.
        #expect(log.text.split(separator: "\n").sorted() == ["[0.0] a CancelledError", "[0.0] b CancelledError"])
    }
}
