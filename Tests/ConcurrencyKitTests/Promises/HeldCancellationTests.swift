import ConcurrencyKit
import Testing

/// Beside topic 9 of behaviours.md: `withCancellationHeld` protects code where `shield` protects a task.
@Suite struct HeldCancellationTests {
    @Test func requestWaitsForTheEndOfTheHold() throws {
        let seen = try transcript { log in
            let task = createTask {
                try await withCancellationHeld {
                    try await sleep(for: .seconds(2))
                    log("not interrupted, count:", ownCount)
                    // Neither is a task that it awaits.
                    log(try await createTask { try await Narrated.sleep("child", 1, in: log) }.value)
                }
                log("the hold is over")
                do { try await sleep(for: .seconds(100)) } catch {
                    log("delivered:", error)
                    throw error
                }
            }
            for message in ["first", "second"] {
                try await sleep(for: .seconds(1.25))
                task.cancel(message)
            }
            do { try await task.value } catch { log("count:", task.cancelling) }
        }
        #expect(
            seen == """
                [2.0] not interrupted, count: 1
                [2.0] child starts
                [3.0] child ends
                [3.0] child
                [3.0] the hold is over
                [3.0] delivered: CancelledError: first
                [3.0] count: 2
                """
        )
    }

    @Test func requestThatWasMadeBeforeTheHoldWaitsToo() throws {
        let seen = try transcript { log in
            let task = createTask {
                LoopTask.current?.cancel("before")
                for nap in [Duration.zero, .seconds(1)] {
                    try await withCancellationHeld { try await sleep(for: nap) }
                    log("not interrupted")
                }
                let future = Future<Void>()
                EventLoop.running?.callLater(.seconds(1)) { try future.setResult() }
                try await withCancellationHeld { try await future.value }
                log("nor here")
                do { try await sleep(for: .zero) } catch { log("delivered:", error) }
            }
            try await task.value
        }
        #expect(
            seen == """
                [0.0] not interrupted
                [1.0] not interrupted
                [2.0] nor here
                [2.0] delivered: CancelledError: before
                """
        )
    }

    @Test func holdsNestAndARequestThatIsWithdrawnIsNotDelivered() throws {
        let seen = try transcript { log in
            let task = createTask {
                try await withCancellationHeld {
                    try await withCancellationHeld { try await sleep(for: .seconds(2)) }
                    try await sleep(for: .seconds(1))
                    log("still held, count:", ownCount)
                    LoopTask.current?.uncancel()
                }
                try await sleep(for: .seconds(1))
                return "never cancelled"
            }
            try await sleep(for: .seconds(1))
            task.cancel()
            log(try await task.value)
        }
        #expect(
            seen == """
                [3.0] still held, count: 1
                [4.0] never cancelled
                """
        )
    }

    @Test func holdThatThrowsEndsToo() throws {
        let seen = try transcript { log in
            let task = createTask {
                do {
                    try await withCancellationHeld {
                        try await sleep(for: .seconds(2))
                        throw Failure("inside")
                    }
                } catch { log(error) }
                do { try await sleep(for: .seconds(100)) } catch { log("delivered:", error) }
            }
            try await sleep(for: .seconds(1))
            task.cancel()
            try await task.value
        }
        #expect(
            seen == """
                [2.0] inside
                [2.0] delivered: CancelledError
                """
        )
    }

    @Test func heldTaskThatReturnsWithoutAnotherAwaitIsCancelled() throws {
        try run(clock: .virtual) {
            let task = createTask { try await withCancellationHeld { try await sleep(for: .seconds(2)) } }
            try await sleep(for: .seconds(1))
            task.cancel("too late")
            await #expect(throws: CancelledError(message: "too late")) { try await task.value }
            #expect(task.cancelled)
        }
    }
}
