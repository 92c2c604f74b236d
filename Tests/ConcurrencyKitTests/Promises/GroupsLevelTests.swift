import ConcurrencyKit
import Testing

/// Topic 5 of behaviours.md where asyncio has no say: groups under level cancellation (KIT rule 7).
@Suite struct GroupsLevelTests {
    @Test func cancelledGroupWaitsForItsChildrenUnderLevelCancellation() throws {
        let log = Transcript()
        try run(clock: .virtual, cancellation: .level) {
            let parent = createTask {
                try await withLoopTaskGroup { group in
                    _ = try group.createTask {
                        do { try await sleep(for: .seconds(100)) } catch {
                            log("child:", error)
                            try await withCancellationHeld { try await sleep(for: .seconds(2)) }
                            log("the child is clean")
                            throw error
                        }
                    }
                    try await sleep(for: .seconds(100))
                }
            }
            try await sleep(for: .seconds(1))
            parent.cancel("stop")
            do { try await parent.value } catch { log("parent:", error) }
        }
        #expect(
            log.text == """
                [1.0] child: CancelledError
                [3.0] the child is clean
                [3.0] parent: CancelledError: stop
                """
        )
    }

    @Test func failureInAGroupIsOverWhenItIsLeftUnderLevelCancellation() throws {
        let log = Transcript()
        try run(clock: .virtual, cancellation: .level) {
            do {
                try await withLoopTaskGroup { group in
                    try group.createTask { throw Failure("child") }
                    do { try await sleep(for: .seconds(100)) } catch { log("body:", error) }
                    do { try await sleep(for: .seconds(100)) } catch { log("body again:", error) }
                }
            } catch let group as ExceptionGroup { log(group.errors, "count:", ownCount) }
            try await sleep(for: .seconds(1))
            log("not cancelled")
        }
        #expect(
            log.text == """
                [0.0] body: CancelledError
                [0.0] body again: CancelledError
                [0.0] [child] count: 0
                [1.0] not cancelled
                """
        )
    }
}
