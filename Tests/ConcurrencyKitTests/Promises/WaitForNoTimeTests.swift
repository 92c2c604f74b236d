import ConcurrencyKit
import Testing

/// Topic 10 of behaviours.md: `wait(for:timeout:)` with a timeout of zero or less.
@Suite struct WaitForNoTimeTests {
    @Test(.promise(238)) func whatIsDoneIsGivenWithoutGivingUpTheTurn() throws {
        let seen = try transcript { log in
            createTask { log("somebody else") }
            for limit in [Duration.zero, .seconds(-1)] {
                let future = Future<String>()
                try future.setResult("done")
                log(try await wait(for: future, timeout: limit))
                let failed = Future<String>()
                try failed.setException(Failure("failed"))
                do { _ = try await wait(for: failed, timeout: limit) } catch { log(error) }
                let cancelled = Future<String>()
                cancelled.cancel("gone")
                // Not a timeout: it was over before.
                do { _ = try await wait(for: cancelled, timeout: limit) } catch { log(error) }
            }
            log("main")
            try await sleep(for: .zero)
        }
        #expect(
            seen == """
                [0.0] done
                [0.0] failed
                [0.0] CancelledError: gone
                [0.0] done
                [0.0] failed
                [0.0] CancelledError: gone
                [0.0] main
                [0.0] somebody else
                """
        )
    }

    @Test(.promise(239)) func coroutineIsCancelledBeforeItStarts() throws {
        let seen = try transcript { log in
            for limit in [Duration.zero, .seconds(-1)] {
                do { try await wait(for: Coroutine { log("never") }, timeout: limit) } catch let error as TimeoutError {
                    log(error, "underlying:", error.underlying ?? "none", "count:", ownCount)
                }
                do { try await wait(timeout: limit) { log("never") } } catch { log(error) }
            }
            log("tasks left:", EventLoop.running?.allTasks.count ?? 0)
        }
        // Nor is it reported as never awaited.
        #expect(
            seen == """
                [0.0] TimeoutError underlying: CancelledError count: 0
                [0.0] TimeoutError
                [0.0] TimeoutError underlying: CancelledError count: 0
                [0.0] TimeoutError
                [0.0] tasks left: 1
                """
        )
    }

    @Test(.promise(239)) func coroutineThatNeverSuspendsIsDoneInTimeUnderTheEagerFactory() throws {
        let seen = try transcript { log in
            EventLoop.running?.taskFactory = .eager
            log(try await wait(for: Coroutine { "at once" }, timeout: .zero))
            do { _ = try await wait(timeout: .zero) { try await Narrated.sleep("work", 1, in: log) } } catch {
                log(error)
            }
        }
        #expect(
            seen == """
                [0.0] at once
                [0.0] work starts
                [0.0] work CancelledError
                [0.0] TimeoutError
                """
        )
    }

    @Test(.promise(240)) func runningTaskIsCancelledAndAwaited() throws {
        let seen = try transcript { log in
            for limit in [Duration.zero, .seconds(-1)] {
                let task = createTask { try await Narrated.sleep("task", 100, cleanup: 1, in: log) }
                try await sleep(for: .seconds(1))
                do { _ = try await wait(for: task, timeout: limit) } catch let error as TimeoutError {
                    log(error, "underlying:", error.underlying ?? "none", "cancelled:", task.cancelled)
                }
            }
            let future = Future<Int>()
            do { _ = try await wait(for: future, timeout: .zero) } catch { log(error, "cancelled:", future.cancelled) }
        }
        #expect(
            seen == """
                [0.0] task starts
                [1.0] task CancelledError
                [2.0] task is clean
                [2.0] TimeoutError underlying: CancelledError cancelled: true
                [2.0] task starts
                [3.0] task CancelledError
                [4.0] task is clean
                [4.0] TimeoutError underlying: CancelledError cancelled: true
                [4.0] TimeoutError cancelled: true
                """
        )
    }

    @Test(.promise(236, 237, 240)) func runningTaskThatAnswersWithAValueOrAnError() throws {
        let seen = try transcript { log in
            let stubborn = createTask {
                try? await sleep(for: .seconds(100))
                return "refused"
            }
            let broken = createTask {
                do { return try await sleep(for: .seconds(100), returning: "") } catch { throw Failure("broke") }
            }
            try await sleep(for: .zero)
            log(try await wait(for: stubborn, timeout: .zero))
            do { _ = try await wait(for: broken, timeout: .zero) } catch { log(error) }
        }
        #expect(
            seen == """
                [0.0] refused
                [0.0] broke
                """
        )
    }

    @Test(.promise(240, 242)) func cancellingTheWaiterWhileTheTaskCleansUp() throws {
        let seen = try transcript { log in
            let task = createTask { try await Narrated.sleep("task", 100, cleanup: 2, in: log) }
            try await sleep(for: .zero)
            let waiter = createTask { _ = try await wait(for: task, timeout: .zero) }
            try await sleep(for: .seconds(1))
            waiter.cancel("stop")
            // The waiter leaves; the task was cancelled once, by the end of its time, and cleans up in peace.
            do { try await waiter.value } catch { log(error, "task's count:", task.cancelling, "done:", task.done) }
            do { _ = try await task.value } catch { log("task:", error) }
        }
        #expect(
            seen == """
                [0.0] task starts
                [0.0] task CancelledError
                [1.0] CancelledError: stop task's count: 1 done: false
                [2.0] task is clean
                [2.0] task: CancelledError
                """
        )
    }
}
