import ConcurrencyKit
import Testing

/// Topic 10 of behaviours.md: a limit is used where or when it cannot be, and what it says of its state.
@Suite struct TimeoutMisuseTests {
    @Test(.promise(227)) func deadlineCanBeMovedOnlyInsideOfItsBlockAndBeforeItHasPassed() throws {
        let seen = try transcript { log in
            func move(_ limit: Timeout) {
                do {
                    try limit.reschedule(at: .seconds(1000))
                    log("moved")
                } catch let error as TimeoutStateError { log(error) } catch { log("unexpected:", error) }
            }
            let limit = Timeout(after: .seconds(1))
            move(limit)
            do {
                try await limit.run {
                    move(limit)
                    try limit.reschedule(at: .seconds(1))
                    do { try await sleep(for: .seconds(100)) } catch {
                        move(limit)
                        throw error
                    }
                }
            } catch is TimeoutError { move(limit) }
            let finished = Timeout(after: .seconds(1))
            try await finished.run {}
            move(finished)
        }
        #expect(
            seen == """
                [0.0] the timeout has not been entered: it can be moved only inside of its block
                [0.0] moved
                [1.0] cannot change the state of a timeout that is expiring
                [1.0] cannot change the state of a timeout that is expired
                [1.0] cannot change the state of a timeout that is finished
                """
        )
    }

    @Test(.promise(228)) func limitCanBeEnteredOnce() throws {
        let seen = try transcript { log in
            let limit = Timeout(after: .seconds(1))
            func enter() async throws {
                do { try await limit.run { log("never") } } catch let error as TimeoutStateError { log(error) }
            }
            do {
                try await limit.run {
                    try await enter()
                    // The refused entry has not touched the limit.
                    try await sleep(for: .seconds(100))
                }
            } catch { log(error) }
            try await enter()
        }
        #expect(
            seen == """
                [0.0] the timeout has already been entered: make a new one for each block
                [1.0] TimeoutError
                [1.0] the timeout has already been entered: make a new one for each block
                """
        )
    }

    @Test(.promise(229)) func limitNeedsATask() async throws {
        await #expect(throws: LoopError.noRunningLoop(operation: "timeout")) {
            try await timeout(after: .seconds(1)) { Issue.record("the block runs") }
        }
        let seen = try transcript { log in
            // A child of `async let` runs on the loop, and is no task of the kit.
            async let child: Void = {
                let limit = Timeout(after: .seconds(1))
                do { try await limit.run { log("never") } } catch { log(error) }
                // It is as it was.
                do { try limit.reschedule(at: .zero) } catch { log(error) }
            }()
            await child
        }
        #expect(
            seen == """
                [0.0] a timeout works only inside of a task
                [0.0] the timeout has not been entered: it can be moved only inside of its block
                """
        )
    }

    @Test(.promise(230)) func descriptionTellsTheStateAndTheDeadlineOfAnActiveOne() throws {
        let seen = try transcript { log in
            let expired = Timeout(after: .seconds(1.5))
            log(expired)
            try? await expired.run {
                log(expired)
                do { try await sleep(for: .seconds(100)) } catch {
                    log(expired)
                    throw error
                }
            }
            log(expired)
            let finished = Timeout(after: nil)
            try await finished.run { log(finished) }
            log(finished)
        }
        #expect(
            seen == """
                [0.0] <Timeout [created]>
                [0.0] <Timeout [active] when=1.5 seconds>
                [1.5] <Timeout [expiring]>
                [1.5] <Timeout [expired]>
                [1.5] <Timeout [active] when=nil>
                [1.5] <Timeout [finished]>
                """
        )
    }
}
