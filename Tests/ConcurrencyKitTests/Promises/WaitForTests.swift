import ConcurrencyKit
import Testing

/// Topic 10 of behaviours.md: `wait(for:timeout:)`, asyncio's `wait_for`.
@Suite struct WaitForTests {
    @Test(.promise(233, 241)) func valueThatComesInTimeIsReturned() throws {
        let seen = try transcript { log in
            let task = createTask { try await sleep(for: .seconds(1), returning: "task") }
            log(try await wait(for: task, timeout: .seconds(2)))
            log(try await wait(for: Coroutine { "coroutine" }, timeout: .seconds(2)))
            log(try await wait(timeout: .seconds(2)) { "closure" })
            let future = Future<String>()
            EventLoop.running?.callLater(.seconds(1)) { try future.setResult("future") }
            log(try await wait(for: future, timeout: .seconds(2)))
            // nil waits for ever.
            log(try await wait(timeout: nil) { try await sleep(for: .seconds(1_000_000), returning: "patience") })
        }
        #expect(
            seen == """
                [1.0] task
                [1.0] coroutine
                [1.0] closure
                [2.0] future
                [1000002.0] patience
                """
        )
    }

    @Test(.promise(233)) func errorThatComesInTimeIsThrown() throws {
        let seen = try transcript { log in
            let task = createTask {
                try await sleep(for: .seconds(1))
                throw Failure("mine")
            }
            do { try await wait(for: task, timeout: .seconds(2)) } catch { log(error) }
            let cancelled = createTask { try await sleep(for: .seconds(100)) }
            EventLoop.running?.callLater(.seconds(1)) { cancelled.cancel("from elsewhere") }
            do { try await wait(for: cancelled, timeout: .seconds(2)) } catch { log(error, "count:", ownCount) }
        }
        #expect(
            seen == """
                [1.0] mine
                [2.0] CancelledError: from elsewhere count: 0
                """
        )
    }

    @Test(.promise(234, 235)) func endOfTimeCancelsTheTaskAndWaitsForItsEnd() throws {
        let seen = try transcript { log in
            let task = createTask { try await Narrated.sleep("task", 100, cleanup: 5, in: log) }
            do { _ = try await wait(for: task, timeout: .seconds(1)) } catch let error as TimeoutError {
                log(error, "underlying:", error.underlying ?? "none", "task cancelled:", task.cancelled)
                log("count:", ownCount)
            }
            try await sleep(for: .zero)
            log("not cancelled")
        }
        #expect(
            seen == """
                [0.0] task starts
                [1.0] task CancelledError
                [6.0] task is clean
                [6.0] TimeoutError underlying: CancelledError task cancelled: true
                [6.0] count: 0
                [6.0] not cancelled
                """
        )
    }

    @Test(.promise(234)) func endOfTimeCancelsAFuture() throws {
        let seen = try transcript { log in
            let future = Future<Int>()
            do { _ = try await wait(for: future, timeout: .seconds(1)) } catch {
                log(error, "future cancelled:", future.cancelled)
            }
        }
        #expect(seen == "[1.0] TimeoutError future cancelled: true")
    }

    @Test(.promise(236)) func taskThatIgnoresTheCancellationHasItsValueReturned() throws {
        let seen = try transcript { log in
            func stubborn() async throws -> String {
                try? await sleep(for: .seconds(100))
                log("shrugs")
                return try await sleep(for: .seconds(1), returning: "my own time")
            }
            log(try await wait(for: createTask { try await stubborn() }, timeout: .seconds(1)), "count:", ownCount)
            log(try await wait(timeout: .seconds(1)) { try await stubborn() }, "count:", ownCount)
        }
        #expect(
            seen == """
                [1.0] shrugs
                [2.0] my own time count: 0
                [3.0] shrugs
                [4.0] my own time count: 0
                """
        )
    }

    @Test(.promise(237)) func errorInAnswerToTheCancellationIsThrown() throws {
        let seen = try transcript { log in
            let answer = Failure("cleanup broke")
            let task = createTask { try await Narrated.sleep("task", 100, answering: answer, in: log) }
            do { _ = try await wait(for: task, timeout: .seconds(1)) } catch { log(error, "count:", ownCount) }
            do {
                _ = try await wait(timeout: .seconds(1)) {
                    try await Narrated.sleep("closure", 100, answering: answer, in: log)
                }
            } catch { log(error, "count:", ownCount) }
        }
        #expect(
            seen == """
                [0.0] task starts
                [1.0] task CancelledError
                [1.0] cleanup broke count: 0
                [1.0] closure starts
                [2.0] closure CancelledError
                [2.0] cleanup broke count: 0
                """
        )
    }

    @Test(.promise(244)) func coroutineRunsInTheCurrentTask() throws {
        let user = ContextVariable("user", default: "nobody")
        let seen = try transcript { log in
            func tell() { log(LoopTask.current?.name ?? "none", EventLoop.running?.allTasks.count ?? 0) }
            try await wait(
                for: Coroutine {
                    tell()
                    user.value = "set inside"
                },
                timeout: .seconds(1)
            )
            try await wait(timeout: .seconds(1)) { tell() }
            try await wait(timeout: nil) { tell() }
            log(user.value)
        }
        #expect(
            seen == """
                [0.0] Task-1 1
                [0.0] Task-1 1
                [0.0] Task-1 1
                [0.0] set inside
                """
        )
    }

    @Test(.promise(233)) func awaitableOfOnesOwnIsAwaitedInTheCurrentTask() throws {
        struct Countdown: Awaitable {
            var value: String {
                get async throws {
                    try await sleep(for: .seconds(2))
                    return "liftoff in \(LoopTask.current?.name ?? "none")"
                }
            }
        }
        let seen = try transcript { log in
            log(try await wait(for: Countdown(), timeout: .seconds(3)))
            do { _ = try await wait(for: Countdown(), timeout: .seconds(1)) } catch { log(error) }
            do { _ = try await wait(for: Countdown(), timeout: .zero) } catch { log(error) }
        }
        #expect(
            seen == """
                [2.0] liftoff in Task-1
                [3.0] TimeoutError
                [3.0] TimeoutError
                """
        )
    }
}
