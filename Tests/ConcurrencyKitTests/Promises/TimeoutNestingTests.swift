import ConcurrencyKit
import Testing

/// Topic 10 of behaviours.md: limits in limits, in cleanups, and around groups.
@Suite struct TimeoutNestingTests {
    /// Two limits around one long sleep; says what leaves each of them.
    private static func nested(outer: Duration, inner: Duration, busy: Duration = .zero) throws -> String {
        try transcript { log in
            let outerLimit = Timeout(at: outer)
            let innerLimit = Timeout(at: inner)
            do {
                try await outerLimit.run {
                    do {
                        try await innerLimit.run {
                            block(for: busy)
                            do { try await sleep(for: .seconds(100)) } catch {
                                log("inside:", error, "count:", ownCount)
                                throw error
                            }
                        }
                    } catch let error as TimeoutError {
                        log("inner:", error, "count:", ownCount)
                        try await sleep(for: .seconds(100))
                    } catch {
                        log("inner:", error, "count:", ownCount)
                        throw error
                    }
                }
            } catch { log("outer:", error, "count:", ownCount) }
            log("expired:", outerLimit.expired, innerLimit.expired)
        }
    }

    @Test(.promise(218)) func outerFirstTheInnerLetsTheCancellationThrough() throws {
        let seen = try Self.nested(outer: .seconds(1), inner: .seconds(2))
        #expect(
            seen == """
                [1.0] inside: CancelledError count: 1
                [1.0] inner: CancelledError count: 1
                [1.0] outer: TimeoutError count: 0
                [1.0] expired: true false
                """
        )
    }

    @Test(.promise(219)) func innerFirstIsHandledInsideAndTheOuterWorksLater() throws {
        let seen = try Self.nested(outer: .seconds(2), inner: .seconds(1))
        #expect(
            seen == """
                [1.0] inside: CancelledError count: 1
                [1.0] inner: TimeoutError count: 0
                [2.0] outer: TimeoutError count: 0
                [2.0] expired: true true
                """
        )
    }

    @Test(.promise(220)) func sameDeadlineIsOneCancellationAndTheOutermostThrowsTheTimeoutError() throws {
        let seen = try Self.nested(outer: .seconds(1), inner: .seconds(1))
        #expect(
            seen == """
                [1.0] inside: CancelledError count: 2
                [1.0] inner: CancelledError count: 1
                [1.0] outer: TimeoutError count: 0
                [1.0] expired: true true
                """
        )
    }

    @Test(.promise(219, 220)) func bothDeadlinesPassWhileTheLoopIsBusy() throws {
        // However far apart they were: both fire before the block gets a turn.
        let seen = try Self.nested(outer: .seconds(2), inner: .seconds(1), busy: .seconds(5))
        #expect(
            seen == """
                [5.0] inside: CancelledError count: 2
                [5.0] inner: CancelledError count: 1
                [5.0] outer: TimeoutError count: 0
                [5.0] expired: true true
                """
        )
    }

    @Test(.promise(218, 219)) func repeatedInnerLimitsInsideOfOne() throws {
        let seen = try transcript { log in
            do {
                try await timeout(after: .seconds(3.5)) {
                    while true {
                        do {
                            try await timeout(after: .seconds(1)) { try await sleep(for: .seconds(100)) }
                        } catch is TimeoutError { log("another try, count:", ownCount) }
                    }
                }
            } catch { log(error, "count:", ownCount) }
        }
        #expect(
            seen == """
                [1.0] another try, count: 0
                [2.0] another try, count: 0
                [3.0] another try, count: 0
                [3.5] TimeoutError count: 0
                """
        )
    }

    @Test(.promise(221)) func limitInTheCleanupOfAnExpiredLimit() throws {
        let seen = try transcript { log in
            do {
                try await timeout(after: .seconds(1)) {
                    do { try await sleep(for: .seconds(100)) } catch {
                        do { try await timeout(after: .seconds(1)) { try await sleep(for: .seconds(100)) } } catch {
                            log("cleanup:", error, "count:", ownCount)
                        }
                        throw error
                    }
                }
            } catch { log("outside:", error, "count:", ownCount) }
        }
        #expect(
            seen == """
                [2.0] cleanup: TimeoutError count: 1
                [2.0] outside: TimeoutError count: 0
                """
        )
    }

    @Test(.promise(231)) func limitAroundAGroupCancelsTheChildrenThroughTheParent() throws {
        let seen = try transcript { log in
            do {
                try await timeout(after: .seconds(1)) {
                    try await withLoopTaskGroup { group in
                        try group.createTask { try await Narrated.sleep("a", 100, cleanup: 1, in: log) }
                        try group.createTask { try await Narrated.sleep("b", 100, in: log) }
                    }
                }
            } catch { log(error, "count:", ownCount) }
            try await sleep(for: .zero)
            log("not cancelled")
        }
        #expect(
            seen == """
                [0.0] a starts
                [0.0] b starts
                [1.0] a CancelledError
                [1.0] b CancelledError
                [2.0] a is clean
                [2.0] TimeoutError count: 0
                [2.0] not cancelled
                """
        )
    }

    @Test(.promise(214, 231)) func childThatFailsInAnswerToTheEndOfTimeMakesItAnExceptionGroup() throws {
        let seen = try transcript { log in
            let limit = Timeout(after: .seconds(1))
            do {
                try await limit.run {
                    try await withLoopTaskGroup { group in
                        let answer = Failure("cleanup broke")
                        try group.createTask { try await Narrated.sleep("child", 100, answering: answer, in: log) }
                    }
                }
            } catch let group as ExceptionGroup { log(group.errors, "expired:", limit.expired, "count:", ownCount) }
            try await sleep(for: .zero)
            log("not cancelled")
        }
        #expect(
            seen == """
                [0.0] child starts
                [1.0] child CancelledError
                [1.0] [cleanup broke] expired: true count: 0
                [1.0] not cancelled
                """
        )
    }

    @Test(.promise(231)) func limitInAChildOfAGroupIsAFailureOfThatChild() throws {
        let seen = try transcript { log in
            do {
                try await withLoopTaskGroup { group in
                    try group.createTask { try await timeout(after: .seconds(1)) { try await sleep(for: .seconds(9)) } }
                    try group.createTask { try await Narrated.sleep("sibling", 100, in: log) }
                }
            } catch let group as ExceptionGroup { log(group.errors) }
        }
        #expect(
            seen == """
                [0.0] sibling starts
                [1.0] sibling CancelledError
                [1.0] [TimeoutError]
                """
        )
    }
}
