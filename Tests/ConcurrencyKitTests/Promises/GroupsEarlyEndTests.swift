import ConcurrencyKit
import Testing

/// Topic 5 of behaviours.md: `LoopTaskGroup.cancel()`, which Python has from 3.15 on.
@Suite struct GroupsEarlyEndTests {
    @Test(.promise(132)) func cancelInTheBodyEndsTheGroupWithoutAnError() throws {
        let seen = try transcript { log in
            try await withLoopTaskGroup { group in
                try group.createTask { try await Narrated.sleep("quick", 1, in: log) }
                try group.createTask { try await Narrated.sleep("slow", 100, cleanup: 1, in: log) }
                try await sleep(for: .seconds(2))
                group.cancel()
                log("the body goes on to its next await, count:", ownCount)
                try await sleep(for: .seconds(100))
                log("never")
            }
            log("left, count:", ownCount)
            try await sleep(for: .zero)
            log("not cancelled")
        }
        #expect(
            seen == """
                [0.0] quick starts
                [0.0] slow starts
                [1.0] quick ends
                [2.0] the body goes on to its next await, count: 1
                [2.0] slow CancelledError
                [3.0] slow is clean
                [3.0] left, count: 0
                [3.0] not cancelled
                """
        )
    }

    @Test(.promise(132)) func childCancelsTheGroupWhileTheParentWaitsAtTheEnd() throws {
        let seen = try transcript { log in
            try await withLoopTaskGroup { group in
                for name in ["a", "b"] { try group.createTask { try await Narrated.sleep(name, 100, in: log) } }
                _ = try group.createTask {
                    try await sleep(for: .seconds(1))
                    group.cancel()
                    log("asked")
                    group.cancel()
                }
            }
            log("left, count:", ownCount)
        }
        // The child that asks is cancelled like its siblings, but it does not await again.
        #expect(
            seen == """
                [0.0] a starts
                [0.0] b starts
                [1.0] asked
                [1.0] a CancelledError
                [1.0] b CancelledError
                [1.0] left, count: 0
                """
        )
    }

    @Test(.promise(132)) func errorsOfAGroupThatWasCancelledAreStillThrown() throws {
        let seen = try transcript { log in
            do {
                try await withLoopTaskGroup { group in
                    let answer = Failure("answer")
                    try group.createTask { try await Narrated.sleep("a", 100, answering: answer, in: log) }
                    try await sleep(for: .seconds(1))
                    group.cancel()
                }
            } catch let group as ExceptionGroup { log(group.errors, "count:", ownCount) }
            try await sleep(for: .zero)
            log("not cancelled")
        }
        #expect(
            seen == """
                [0.0] a starts
                [1.0] a CancelledError
                [1.0] [answer] count: 0
                [1.0] not cancelled
                """
        )
    }

    @Test(.promise(132)) func outsideCancellationOfAGroupThatWasCancelledGoesOn() throws {
        let seen = try transcript { log in
            let parent = createTask {
                try await withLoopTaskGroup { group in
                    try group.createTask { try await Narrated.sleep("a", 100, cleanup: 2, in: log) }
                    try await sleep(for: .seconds(1))
                    group.cancel()
                    try await sleep(for: .seconds(100))
                }
                log("never")
            }
            try await sleep(for: .seconds(2))
            parent.cancel("stop")
            do { try await parent.value } catch { log("parent cancelled:", parent.cancelled, parent.cancelling) }
        }
        #expect(
            seen == """
                [0.0] a starts
                [1.0] a CancelledError
                [3.0] a is clean
                [3.0] parent cancelled: true 1
                """
        )
    }

    @Test(.promise(132)) func cancelledGroupHasNoValueOfItsBody() throws {
        try run(clock: .virtual) {
            await #expect(throws: TaskGroupError.cancelled) {
                try await withLoopTaskGroup { group in
                    group.cancel()
                    return try await sleep(for: .seconds(1), returning: 7)
                }
            }
            // It has one if the body ends before it is interrupted.
            let value = try await withLoopTaskGroup { group in
                group.cancel()
                return 7
            }
            #expect(value == 7)
        }
    }

    @Test(.promise(122, 132)) func cancelledGroupTakesNoTaskAndAFinishedOneIgnoresCancel() throws {
        let seen = try transcript { log in
            var kept: LoopTaskGroup?
            try await withLoopTaskGroup { group in
                kept = group
                group.cancel()
                #expect(throws: TaskGroupError.shuttingDown) { try group.createTask { log("never") } }
            }
            log("count:", ownCount)
            kept?.cancel()
            try await sleep(for: .zero)
            log("not cancelled, count:", ownCount)
        }
        #expect(
            seen == """
                [0.0] count: 0
                [0.0] not cancelled, count: 0
                """
        )
    }
}
