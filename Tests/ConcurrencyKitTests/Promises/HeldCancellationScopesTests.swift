import ConcurrencyKit
import Testing

/// Scopes inside of `withCancellationHeld` interrupt their own block; what is held outside of it stays there.
@Suite struct HeldCancellationScopesTests {
    @Test func timeoutInsideBoundsTheHold() throws {
        let seen = try transcript { log in
            try await withCancellationHeld {
                do {
                    try await timeout(after: .seconds(1)) { _ = try await Narrated.sleep("save", 100, in: log) }
                } catch {
                    log(error, "count:", ownCount)
                }
                try await sleep(for: .seconds(1))
            }
            log("goes on")
        }
        #expect(
            seen == """
                [0.0] save starts
                [1.0] save CancelledError
                [1.0] TimeoutError count: 0
                [2.0] goes on
                """
        )
    }

    @Test func heldRequestMakesNoCancelledErrorOfATimeout() throws {
        let seen = try transcript { log in
            let task = createTask {
                try await withCancellationHeld {
                    do {
                        try await timeout(after: .seconds(2)) { _ = try await Narrated.sleep("save", 100, in: log) }
                    } catch {
                        log(error, "count:", ownCount)
                    }
                    try await sleep(for: .seconds(1))
                    log("not interrupted")
                }
                _ = try await Narrated.sleep("after", 100, in: log)
            }
            try await sleep(for: .seconds(1))
            task.cancel("outside")
            do { try await task.value } catch { log(error, "count:", task.cancelling) }
        }
        #expect(
            seen == """
                [0.0] save starts
                [2.0] save CancelledError
                [2.0] TimeoutError count: 1
                [3.0] not interrupted
                [3.0] after starts
                [3.0] after CancelledError: outside
                [3.0] CancelledError: outside count: 1
                """
        )
    }

    /// trio's bounded clean-up: a task that was cancelled may take its time, but not for ever.
    @Test(arguments: [CancellationStyle.edge, .level])
    func cleanUpOfACancelledTaskMayHaveABound(style: CancellationStyle) throws {
        let log = Transcript()
        try run(clock: .virtual, cancellation: style) {
            let task = createTask {
                do { _ = try await Narrated.sleep("work", 100, in: log) } catch {
                    try await withCancellationHeld {
                        do {
                            try await timeout(after: .seconds(5)) { _ = try await Narrated.sleep("bye", 100, in: log) }
                        } catch {
                            log(error)
                        }
                        do {
                            try await withLoopTaskGroup { group in
                                try group.createTask { throw Failure("in the group") }
                                _ = try await Narrated.sleep("body", 100, in: log)
                            }
                        } catch let group as ExceptionGroup { log(group.errors) }
                        log(try await Narrated.sleep("the rest of the hold", 1, in: log))
                    }
                    throw error
                }
            }
            try await sleep(for: .seconds(1))
            task.cancel("stop")
            do { try await task.value } catch { log(error, "count:", task.cancelling) }
        }
        #expect(
            log.text == """
                [0.0] work starts
                [1.0] work CancelledError: stop
                [1.0] bye starts
                [6.0] bye CancelledError
                [6.0] TimeoutError
                [6.0] body starts
                [6.0] body CancelledError
                [6.0] [in the group]
                [6.0] the rest of the hold starts
                [7.0] the rest of the hold ends
                [7.0] the rest of the hold
                [7.0] CancelledError: stop count: 1
                """
        )
    }

    @Test func failingGroupInsideInterruptsItsBodyOnly() throws {
        let seen = try transcript { log in
            let task = createTask {
                try await withCancellationHeld {
                    do {
                        try await withLoopTaskGroup { group in
                            try group.createTask {
                                _ = try await Narrated.sleep("bad", 2, failing: Failure("bad"), in: log)
                            }
                            try group.createTask { try await Narrated.sleep("sibling", 100, in: log) }
                            _ = try await Narrated.sleep("body", 100, in: log)
                        }
                    } catch let group as ExceptionGroup { log(group.errors, "count:", ownCount) }
                    try await sleep(for: .seconds(1))
                    log("not interrupted")
                }
                try await sleep(for: .seconds(100))
            }
            try await sleep(for: .seconds(1))
            task.cancel("outside")
            do { try await task.value } catch { log(error, "count:", task.cancelling) }
        }
        #expect(
            seen == """
                [0.0] body starts
                [0.0] bad starts
                [0.0] sibling starts
                [2.0] bad ends
                [2.0] sibling CancelledError
                [2.0] body CancelledError
                [2.0] [bad] count: 1
                [3.0] not interrupted
                [3.0] CancelledError: outside count: 1
                """
        )
    }

    @Test func cancelledGroupInsideInterruptsItsBodyOnly() throws {
        let seen = try transcript { log in
            let task = createTask {
                try await withCancellationHeld {
                    try await withLoopTaskGroup { group in
                        EventLoop.running?.callLater(.seconds(2)) { group.cancel() }
                        _ = try await Narrated.sleep("body", 100, in: log)
                    }
                    log("left, count:", ownCount)
                    try await sleep(for: .seconds(1))
                    log("not interrupted")
                }
                try await sleep(for: .seconds(100))
            }
            try await sleep(for: .seconds(1))
            task.cancel("outside")
            do { try await task.value } catch { log(error) }
        }
        #expect(
            seen == """
                [0.0] body starts
                [2.0] body CancelledError
                [2.0] left, count: 1
                [3.0] not interrupted
                [3.0] CancelledError: outside
                """
        )
    }

    /// The deadline of the inner timeout waits for the hold in its block; the request from outside for the outer hold.
    @Test func eachRequestWaitsForTheHoldsInsideOfItsScope() throws {
        let seen = try transcript { log in
            let task = createTask {
                try await withCancellationHeld {
                    do {
                        try await timeout(after: .seconds(2)) {
                            try await withCancellationHeld {
                                log(try await Narrated.sleep("inner hold", 3, in: log))
                            }
                            _ = try await Narrated.sleep("block", 100, in: log)
                        }
                    } catch { log(error) }
                    log(try await Narrated.sleep("outer hold", 1, in: log))
                }
                try await sleep(for: .seconds(100))
            }
            try await sleep(for: .seconds(1))
            task.cancel("outside")
            do { try await task.value } catch { log(error) }
        }
        #expect(
            seen == """
                [0.0] inner hold starts
                [3.0] inner hold ends
                [3.0] inner hold
                [3.0] block starts
                [3.0] block CancelledError
                [3.0] TimeoutError
                [3.0] outer hold starts
                [4.0] outer hold ends
                [4.0] outer hold
                [4.0] CancelledError: outside
                """
        )
    }

    @Test func timeoutAroundAHoldStillWaitsForItsEnd() throws {
        let seen = try transcript { log in
            do {
                try await timeout(after: .seconds(1)) {
                    try await withCancellationHeld { log(try await Narrated.sleep("held", 2, in: log)) }
                    _ = try await Narrated.sleep("after", 100, in: log)
                }
            } catch { log(error, "count:", ownCount) }
        }
        #expect(
            seen == """
                [0.0] held starts
                [2.0] held ends
                [2.0] held
                [2.0] after starts
                [2.0] after CancelledError
                [2.0] TimeoutError count: 0
                """
        )
    }

    @Test func requestThatTheBlockWithdrawsIsNotTheTimeouts() throws {
        let seen = try transcript { log in
            let task = createTask {
                try await withCancellationHeld {
                    do {
                        try await timeout(after: .seconds(2)) {
                            do { try await sleep(for: .seconds(100)) } catch {
                                // Withdraws the timeout's own; the timeout must not withdraw the held one instead.
                                log("left:", LoopTask.current?.uncancel() ?? -1)
                                throw error
                            }
                        }
                    } catch { log(error) }
                }
                try await sleep(for: .seconds(100))
            }
            try await sleep(for: .seconds(1))
            task.cancel("outside")
            do { try await task.value } catch { log(error, "count:", task.cancelling) }
        }
        #expect(
            seen == """
                [2.0] left: 1
                [2.0] TimeoutError
                [2.0] CancelledError: outside count: 1
                """
        )
    }
}
