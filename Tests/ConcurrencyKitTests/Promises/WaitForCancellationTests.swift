import ConcurrencyKit
import Testing

/// Topic 10 of behaviours.md: cancelling the awaiter of `wait(for:timeout:)`.
@Suite struct WaitForCancellationTests {
    @Test(.promise(242)) func cancellingTheWaiterCancelsTheTask() throws {
        let seen = try transcript { log in
            for limit in [nil, Duration.seconds(60)] {
                let task = createTask { try await Narrated.sleep("task", 100, cleanup: 1, in: log) }
                let waiter = createTask { _ = try await wait(for: task, timeout: limit) }
                try await sleep(for: .seconds(1))
                waiter.cancel("stop")
                do { try await waiter.value } catch {
                    log(error, "task cancelled:", task.cancelled, "waiter cancelled:", waiter.cancelled)
                }
            }
        }
        #expect(
            seen == """
                [0.0] task starts
                [1.0] task CancelledError: stop
                [2.0] task is clean
                [2.0] CancelledError: stop task cancelled: true waiter cancelled: true
                [2.0] task starts
                [3.0] task CancelledError: stop
                [4.0] task is clean
                [4.0] CancelledError: stop task cancelled: true waiter cancelled: true
                """
        )
    }

    @Test(.promise(242)) func waiterCancelledBeforeItsFirstTurnLeavesTheTaskAlone() throws {
        let seen = try transcript { log in
            let task = createTask { try await Narrated.sleep("task", 1, in: log) }
            let waiter = createTask { _ = try await wait(for: task, timeout: .seconds(60)) }
            waiter.cancel()
            do { try await waiter.value } catch { log(error, "task's count:", task.cancelling) }
            log(try await task.value)
        }
        #expect(
            seen == """
                [0.0] task starts
                [0.0] CancelledError task's count: 0
                [1.0] task ends
                [1.0] task
                """
        )
    }

    @Test(.promise(243)) func waiterWaitsForATaskThatIgnoresTheCancellation() throws {
        let seen = try transcript { log in
            let task = createTask {
                do { try await sleep(for: .seconds(100)) } catch { log("ignored:", error) }
                return try await sleep(for: .seconds(2), returning: "in the end")
            }
            let waiter = createTask {
                let value = try await wait(for: task, timeout: .seconds(60))
                log("the waiter got:", value, "count:", ownCount)
                try await sleep(for: .seconds(1))
                return value
            }
            try await sleep(for: .seconds(1))
            waiter.cancel("stop")
            // The cancellation was passed on, and is used up.
            log(try await waiter.value, "waiter cancelled:", waiter.cancelled)
        }
        #expect(
            seen == """
                [1.0] ignored: CancelledError: stop
                [3.0] the waiter got: in the end count: 1
                [4.0] in the end waiter cancelled: false
                """
        )
    }

    @Test(.promise(216, 243)) func cancelAfterTheEndOfTimeIsNoTimeout() throws {
        let seen = try transcript { log in
            let task = createTask { try await Narrated.sleep("task", 100, cleanup: 5, in: log) }
            let waiter = createTask { _ = try await wait(for: task, timeout: .seconds(1)) }
            try await sleep(for: .seconds(2))
            waiter.cancel("stop")
            do { try await waiter.value } catch { log("waiter:", error, "count:", waiter.cancelling) }
        }
        // The second request interrupts the task's cleanup (promise 76).
        #expect(
            seen == """
                [0.0] task starts
                [1.0] task CancelledError
                [2.0] waiter: CancelledError: stop count: 1
                """
        )
    }

    @Test(.promise(245)) func cancelAfterTheTaskHasEndedLeavesItsResultInPlace() throws {
        let seen = try transcript { log in
            let task = createTask { try await sleep(for: .zero, returning: "done") }
            let waiter = createTask {
                _ = try await wait(for: task, timeout: .seconds(100))
                log("never")
            }
            // Two turns: the task is done, and the waiter has not been woken yet.
            for _ in 0..<2 { try await sleep(for: .zero) }
            log("task done:", task.done, "cancel:", waiter.cancel())
            do { try await waiter.value } catch { log(error, "task cancelled:", task.cancelled) }
            log(try await task.value)
        }
        #expect(
            seen == """
                [0.0] task done: true cancel: true
                [0.0] CancelledError task cancelled: false
                [0.0] done
                """
        )
    }

    @Test(.promise(245)) func cancelInTheTurnInWhichTheResultIsSet() throws {
        let seen = try transcript { log in
            let future = Future<String>()
            let waiter = createTask {
                _ = try await wait(for: future, timeout: .seconds(100))
                log("never")
            }
            try await sleep(for: .seconds(1))
            try future.setResult("value")
            waiter.cancel("stop")
            do { try await waiter.value } catch { log(error, "the future holds:", try future.result()) }
        }
        #expect(seen == "[1.0] CancelledError: stop the future holds: value")
    }
}
