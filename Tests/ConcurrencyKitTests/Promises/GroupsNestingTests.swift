import ConcurrencyKit
import Testing

/// Topic 5 of behaviours.md: groups in groups.
@Suite struct GroupsNestingTests {
    @Test(.promise(117)) func errorsOfAnInnerGroupAreOneErrorOfTheOuter() throws {
        let seen = try transcript { log in
            do {
                try await withLoopTaskGroup { outer in
                    try outer.createTask { try await Narrated.sleep("outer", 100, in: log) }
                    try await withLoopTaskGroup { inner in
                        for name in ["a", "b"] { try inner.createTask { throw Failure(name) } }
                    }
                }
            } catch let group as ExceptionGroup {
                log(group)
                for error in group.errors { log(error, (error as? ExceptionGroup)?.errors ?? []) }
            }
            log("count:", ownCount)
        }
        #expect(
            seen == """
                [0.0] outer starts
                [0.0] outer CancelledError
                [0.0] unhandled errors in a TaskGroup (1 sub-exception)
                [0.0] unhandled errors in a TaskGroup (2 sub-exceptions) [a, b]
                [0.0] count: 0
                """
        )
    }

    @Test(.promise(117)) func innerErrorsThatAreHandledDoNotConcernTheOuter() throws {
        let seen = try transcript { log in
            try await withLoopTaskGroup { outer in
                try outer.createTask { try await Narrated.sleep("outer", 2, in: log) }
                do {
                    try await withLoopTaskGroup { inner in _ = try inner.createTask { throw Failure("inner") } }
                } catch let group as ExceptionGroup { log("handled:", group.errors) }
                try outer.createTask { try await Narrated.sleep("still open", 1, in: log) }
            }
            log("left")
        }
        #expect(
            seen == """
                [0.0] outer starts
                [0.0] handled: [inner]
                [0.0] still open starts
                [1.0] still open ends
                [2.0] outer ends
                [2.0] left
                """
        )
    }

    @Test(.promise(118)) func failureInTheOuterGroupCancelsTheInnerBlockAndOnlyTheOuterThrows() throws {
        let seen = try transcript { log in
            do {
                try await withLoopTaskGroup { outer in
                    try outer.createTask { try await Narrated.sleep("outer", 1, failing: Failure("o"), in: log) }
                    do {
                        try await withLoopTaskGroup { inner in
                            try inner.createTask { try await Narrated.sleep("inner", 100, cleanup: 1, in: log) }
                        }
                    } catch {
                        log("the inner block threw", error, "count:", ownCount)
                        throw error
                    }
                }
            } catch let group as ExceptionGroup { log(group.errors, "count:", ownCount) }
        }
        #expect(
            seen == """
                [0.0] outer starts
                [0.0] inner starts
                [1.0] outer ends
                [1.0] inner CancelledError
                [2.0] inner is clean
                [2.0] the inner block threw CancelledError count: 1
                [2.0] [o] count: 0
                """
        )
    }

    @Test(.promise(107, 117, 118)) func innerChildThatAnswersTheOutersCancellationWithAnError() throws {
        let seen = try transcript { log in
            do {
                try await withLoopTaskGroup { outer in
                    try outer.createTask { try await Narrated.sleep("outer", 1, failing: Failure("o"), in: log) }
                    do {
                        try await withLoopTaskGroup { inner in
                            let answer = Failure("i")
                            try inner.createTask { try await Narrated.sleep("inner", 9, answering: answer, in: log) }
                        }
                    } catch {
                        log("the inner block threw", error, "count:", ownCount)
                        throw error
                    }
                }
            } catch let group as ExceptionGroup {
                log(group.errors.map { ($0 as? ExceptionGroup)?.errors ?? [$0] }, "count:", ownCount)
            }
            try await sleep(for: .zero)
            log("not cancelled")
        }
        #expect(
            seen == """
                [0.0] outer starts
                [0.0] inner starts
                [1.0] outer ends
                [1.0] inner CancelledError
                [1.0] the inner block threw unhandled errors in a TaskGroup (1 sub-exception) count: 1
                [1.0] [[o], [i]] count: 0
                [1.0] not cancelled
                """
        )
    }

    @Test(.promise(119)) func bothFailInOneTurnTheInnerIsHandledFirstAndThenTheOuterInterrupts() throws {
        let seen = try transcript { log in
            @Sendable func failing(_ name: String) async throws {
                try await sleep(for: .zero)
                log(name, "fails")
                throw Failure(name)
            }
            do {
                try await withLoopTaskGroup { outer in
                    do {
                        try await withLoopTaskGroup { inner in
                            try inner.createTask { try await failing("inner") }
                            try outer.createTask { try await failing("outer") }
                        }
                    } catch let group as ExceptionGroup { log("inner:", group.errors, "count:", ownCount) }
                    do { try await sleep(for: .seconds(5)) } catch {
                        log("the body is interrupted, count:", ownCount)
                        throw error
                    }
                }
            } catch let group as ExceptionGroup { log("outer:", group.errors, "count:", ownCount) }
        }
        #expect(
            seen == """
                [0.0] inner fails
                [0.0] outer fails
                [0.0] inner: [inner] count: 1
                [0.0] the body is interrupted, count: 1
                [0.0] outer: [outer] count: 0
                """
        )
    }

    @Test(.promise(111, 112)) func cancellingTheParentReachesTheChildrenOfBothGroups() throws {
        let seen = try transcript { log in
            let parent = createTask {
                try await withLoopTaskGroup { outer in
                    try outer.createTask { try await Narrated.sleep("outer", 100, in: log) }
                    try await withLoopTaskGroup { inner in
                        try inner.createTask { try await Narrated.sleep("inner", 100, cleanup: 1, in: log) }
                        try await sleep(for: .seconds(100))
                    }
                }
            }
            try await sleep(for: .seconds(1))
            parent.cancel("stop")
            do { try await parent.value } catch { log("parent:", error) }
        }
        // From the inside out: the outer group knows of it only when the inner block has ended.
        #expect(
            seen == """
                [0.0] outer starts
                [0.0] inner starts
                [1.0] inner CancelledError
                [2.0] inner is clean
                [2.0] outer CancelledError
                [2.0] parent: CancelledError: stop
                """
        )
    }
}
