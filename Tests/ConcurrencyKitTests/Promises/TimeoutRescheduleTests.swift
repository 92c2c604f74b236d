import ConcurrencyKit
import Testing

/// Topic 10 of behaviours.md: a deadline that moves while its block runs.
@Suite struct TimeoutRescheduleTests {
    @Test(.promise(224)) func deadlineMovesLaterEarlierAndAwayAndWhenFollows() throws {
        let seen = try transcript { log in
            let limit = Timeout(after: .seconds(1))
            do {
                try await limit.run {
                    log("when:", limit.when ?? "never")
                    try limit.reschedule(at: .seconds(3))
                    log("when:", limit.when ?? "never")
                    try await sleep(for: .seconds(2))
                    log("past the first deadline")
                    try limit.reschedule(at: nil)
                    log("when:", limit.when ?? "never")
                    try await sleep(for: .seconds(5))
                    log("past the second")
                    try limit.reschedule(at: .seconds(100))
                    try limit.reschedule(at: .seconds(8))
                    log("when:", limit.when ?? "never")
                    try await sleep(for: .seconds(1000))
                }
            } catch { log(error, "when:", limit.when ?? "never") }
            try await sleep(for: .seconds(200))
            log("nothing else fires")
        }
        #expect(
            seen == """
                [0.0] when: 1.0 seconds
                [0.0] when: 3.0 seconds
                [2.0] past the first deadline
                [2.0] when: never
                [7.0] past the second
                [7.0] when: 8.0 seconds
                [8.0] TimeoutError when: 8.0 seconds
                [208.0] nothing else fires
                """
        )
    }

    @Test(.promise(224)) func limitOfNilCanBeGivenADeadlineLater() throws {
        let seen = try transcript { log in
            do {
                try await timeout(after: nil) { deadline in
                    try await sleep(for: .seconds(10))
                    try deadline.reschedule(at: .seconds(11))
                    try await sleep(for: .seconds(1000))
                }
            } catch { log(error) }
        }
        #expect(seen == "[11.0] TimeoutError")
    }

    @Test(.promise(225)) func deadlineInThePastFiresOnTheNextTurn() throws {
        let seen = try transcript { log in
            try await sleep(for: .seconds(5))
            for when in [Duration.seconds(1), .seconds(5), .seconds(-1)] {
                try await timeout(after: .seconds(10)) { deadline in
                    try deadline.reschedule(at: when)
                    log("still running, expired:", deadline.expired, "when:", deadline.when ?? "never")
                    do { try await sleep(for: .zero) } catch { log("inside:", error, "expired:", deadline.expired) }
                }
            }
        }
        #expect(
            seen == """
                [5.0] still running, expired: false when: 1.0 seconds
                [5.0] inside: CancelledError expired: true
                [5.0] still running, expired: false when: 5.0 seconds
                [5.0] inside: CancelledError expired: true
                [5.0] still running, expired: false when: -1.0 seconds
                [5.0] inside: CancelledError expired: true
                """
        )
    }

    @Test(.promise(224, 225)) func deadlineInThePastCanStillBeMovedAwayInTheSameTurn() throws {
        let seen = try transcript { log in
            try await timeout(after: .seconds(1)) { deadline in
                try deadline.reschedule(at: .zero)
                try deadline.reschedule(at: .seconds(10))
                try await sleep(for: .seconds(1))
                log("not fired")
                // The loop was busy past the deadline, and has not fired it yet.
                block(for: .seconds(20))
                try deadline.reschedule(at: .seconds(30))
                try await sleep(for: .seconds(1))
                log("nor now, expired:", deadline.expired)
            }
        }
        #expect(
            seen == """
                [1.0] not fired
                [22.0] nor now, expired: false
                """
        )
    }

    @Test(.promise(226)) func anotherTaskOrACallbackMovesTheDeadline() throws {
        let seen = try transcript { log in
            let limit = Timeout(after: .seconds(10))
            let task = createTask(name: "limited") { try await limit.run { try await sleep(for: .seconds(1000)) } }
            try await sleep(for: .seconds(1))
            try limit.reschedule(at: .seconds(30))
            log("when:", limit.when ?? "never")
            EventLoop.running?.callLater(.seconds(14)) {
                try limit.reschedule(at: .seconds(20))
                log("when:", limit.when ?? "never")
            }
            do { try await task.value } catch { log(error, "mine:", ownCount) }
        }
        // It is the task of the block that is cancelled, not the one that moved the deadline.
        #expect(
            seen == """
                [1.0] when: 30.0 seconds
                [15.0] when: 20.0 seconds
                [20.0] TimeoutError mine: 0
                """
        )
    }
}
