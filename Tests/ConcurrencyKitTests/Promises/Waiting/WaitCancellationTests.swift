import ConcurrencyKit
import Testing

/// Topic 11 of behaviours.md: cancelling a task that is in `wait`.
@Suite struct WaitCancellationTests {
    /// A task that waits for `task` and says how that ended.
    private func waiter(for task: LoopTask<Void>, _ log: Transcript) -> LoopTask<Void> {
        createTask {
            do {
                let (done, _) = try await wait(for: [task])
                log("waiter got", done.count)
            } catch {
                log("waiter:", error, "task done:", task.done)
                throw error
            }
        }
    }

    @Test(.promise(263)) func cancellingTheWaiterLeavesTheTasksRunning() throws {
        let seen = try transcript { log in
            let task = createTask {
                try await sleep(for: .seconds(3))
                log("task returns")
            }
            let waiting = waiter(for: task, log)
            try await sleep(for: .seconds(1))
            waiting.cancel("enough")
            try await sleep(for: .zero)
            log("waiter cancelled:", waiting.cancelled, "task asked:", task.cancelling)
            try await task.value
        }
        #expect(
            seen == """
                [1.0] waiter: CancelledError: enough task done: false
                [1.0] waiter cancelled: true task asked: 0
                [3.0] task returns
                """
        )
    }

    @Test(.promise(263)) func waiterCancelledBeforeItWaitsIsInterruptedThere() throws {
        let seen = try transcript { log in
            let task = createTask {
                try await sleep(for: .seconds(1))
                log("task returns")
            }
            let waiting = createTask {
                LoopTask.current?.cancel()
                do { _ = try await wait(for: [task]) } catch {
                    log("waiter:", error)
                    throw error
                }
            }
            try await task.value
            log("waiter cancelled:", waiting.cancelled)
        }
        #expect(
            seen == """
                [0.0] waiter: CancelledError
                [1.0] task returns
                [1.0] waiter cancelled: true
                """
        )
    }

    @Test(.promise(263)) func cancellationBeatsAnErrorOfTheSameInstant() throws {
        let seen = try transcript { log in
            func failing() -> LoopTask<Void> {
                createTask {
                    try await sleep(for: .seconds(1))
                    log("task fails")
                    throw Failure("broken")
                }
            }
            // Cancelled just before the task ends.
            let first = failing()
            let waiting = waiter(for: first, log)
            try await sleep(for: .zero)
            EventLoop.running?.callLater(.seconds(1)) {
                log("cancel")
                waiting.cancel()
            }
            try await sleep(for: .seconds(2))
            log("task:", try first.exception() ?? "-")
            // Cancelled when the wait is over, but the waiter has not had its turn.
            let second = failing()
            let released = waiter(for: second, log)
            try await sleep(for: .zero)
            second.addDoneCallback { _ in
                log("cancel")
                released.cancel()
            }
            try await sleep(for: .seconds(2))
            log("task:", try second.exception() ?? "-", "waiter cancelled:", released.cancelled)
        }
        #expect(
            seen == """
                [1.0] cancel
                [1.0] task fails
                [1.0] waiter: CancelledError task done: true
                [2.0] task: broken
                [3.0] task fails
                [3.0] cancel
                [3.0] waiter: CancelledError task done: true
                [4.0] task: broken waiter cancelled: true
                """
        )
    }

    @Test(.promise(263, 256)) func cancelledWaitDropsItsTimeout() throws {
        let loop = EventLoop(clock: .virtual, trace: .none)
        defer { loop.close() }
        #expect(throws: Deadlock.self) {
            try loop.run {
                let never = Future<Void>()
                let waiting = createTask { _ = try await wait(for: [never], timeout: .seconds(100)) }
                try await sleep(for: .seconds(1))
                waiting.cancel()
                try await never.value
            }
        }
        #expect(loop.time == .seconds(1))
    }

    @Test(.promise(247, 263)) func waitsNestAndPassNoCancellationDown() throws {
        let seen = try transcript { log in
            let task = createTask(name: "work") {
                try await sleep(for: .seconds(3))
                log("work returns")
            }
            let inner = waiter(for: task, log)
            let outer = waiter(for: inner, log)
            try await sleep(for: .seconds(1))
            outer.cancel()
            try await sleep(for: .zero)
            log("inner done:", inner.done)
            try await inner.value
        }
        #expect(
            seen == """
                [1.0] waiter: CancelledError task done: false
                [1.0] inner done: false
                [3.0] work returns
                [3.0] waiter got 1
                """
        )
    }
}
