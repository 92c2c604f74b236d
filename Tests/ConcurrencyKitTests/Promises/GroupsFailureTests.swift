import ConcurrencyKit
import Testing

/// Topic 5 of behaviours.md: what a failure in a group does to the others, and how it is told.
@Suite struct GroupsFailureTests {
    private static func failing(_ name: String) async throws -> String { throw Failure(name) }

    @Test(.promise(100, 101, 102, 103, 104)) func firstFailureCancelsSiblingsAndBodyAndIsThrownWhenAllHaveEnded() throws
    {
        let seen = try transcript { log in
            do {
                try await withLoopTaskGroup { group in
                    try group.createTask { try await Narrated.sleep("fail", 1, failing: Failure("boom"), in: log) }
                    try group.createTask { try await Narrated.sleep("sibling", 100, cleanup: 2, in: log) }
                    try group.createTask { try await Narrated.sleep("quick", 0.5, in: log) }
                    do { try await sleep(for: .seconds(100)) } catch {
                        log("body:", error, "count:", ownCount)
                        throw error
                    }
                }
                log("never")
            } catch let group as ExceptionGroup {
                log(group.message, group.errors, "count:", ownCount)
            }
            try await sleep(for: .seconds(1))
            log("not cancelled")
        }
        #expect(
            seen == """
                [0.0] fail starts
                [0.0] sibling starts
                [0.0] quick starts
                [0.5] quick ends
                [1.0] fail ends
                [1.0] sibling CancelledError
                [1.0] body: CancelledError count: 1
                [3.0] sibling is clean
                [3.0] unhandled errors in a TaskGroup [boom] count: 0
                [4.0] not cancelled
                """
        )
    }

    @Test(.promise(100, 102, 103)) func failureWhileTheParentWaitsAtTheEnd() throws {
        let seen = try transcript { log in
            do {
                try await withLoopTaskGroup { group in
                    try group.createTask { try await Narrated.sleep("fail", 1, failing: Failure("boom"), in: log) }
                    try group.createTask { try await Narrated.sleep("sibling", 100, cleanup: 2, in: log) }
                    log("the body ends")
                }
            } catch let group as ExceptionGroup { log(group.errors, "count:", ownCount) }
            try await sleep(for: .zero)
            log("not cancelled")
        }
        #expect(
            seen == """
                [0.0] the body ends
                [0.0] fail starts
                [0.0] sibling starts
                [1.0] fail ends
                [1.0] sibling CancelledError
                [3.0] sibling is clean
                [3.0] [boom] count: 0
                [3.0] not cancelled
                """
        )
    }

    @Test(.promise(100, 101)) func failureReachesTheBodyInTheTurnAfterTheNext() throws {
        // The failed task's callback takes one turn, the delivery another.
        let seen = try transcript { log in
            let ruler = createTask { try await countTurns(6, in: log) }
            do {
                try await withLoopTaskGroup { group in
                    try group.createTask {
                        log("fails")
                        throw Failure("boom")
                    }
                    try group.createTask { try await Narrated.sleep("sibling", 100, in: log) }
                    do { try await sleep(for: .seconds(100)) } catch {
                        log("body:", error)
                        throw error
                    }
                }
            } catch { log("left") }
            try await ruler.value
        }
        #expect(
            seen == """
                [0.0] turn 1
                [0.0] fails
                [0.0] sibling starts
                [0.0] turn 2
                [0.0] turn 3
                [0.0] sibling CancelledError
                [0.0] body: CancelledError
                [0.0] turn 4
                [0.0] turn 5
                [0.0] left
                [0.0] turn 6
                """
        )
    }

    @Test(.promise(101, 102)) func bodyThatSwallowsTheInterruptionGoesOnToItsEnd() throws {
        let seen = try transcript { log in
            do {
                try await withLoopTaskGroup { group in
                    try group.createTask { try await Self.failing("boom") }
                    try? await sleep(for: .seconds(100))
                    log("swallowed, count:", ownCount)
                    try await sleep(for: .seconds(1))
                    log("the body ends")
                }
            } catch let group as ExceptionGroup { log(group.errors, "count:", ownCount) }
        }
        #expect(
            seen == """
                [0.0] swallowed, count: 1
                [1.0] the body ends
                [1.0] [boom] count: 0
                """
        )
    }

    @Test(.promise(104)) func handlersPickErrorsOfAGroupByType() throws {
        struct NotFound: Error {}
        let inner = ExceptionGroup(message: "inner", errors: [NotFound(), Failure("c")])
        let group = ExceptionGroup(message: "outer", errors: [Failure("a"), NotFound(), inner])
        // What `except* Failure` would be given, and what it would leave.
        let parts = group.split { $0 is Failure }
        #expect(parts.matching?.errors(of: Failure.self) == [Failure("a"), Failure("c")])
        #expect(parts.rest?.errors(of: NotFound.self).count == 2)
        #expect(parts.rest?.errors(of: Failure.self).isEmpty == true)
        // The parts keep message and shape.
        #expect(parts.matching?.description == "outer (2 sub-exceptions)")
        #expect((parts.matching?.errors.last as? ExceptionGroup)?.description == "inner (1 sub-exception)")
        #expect(group.split { $0 is CancelledError }.matching == nil)
        #expect(group.split { _ in true }.rest == nil)
        // A group is asked before its errors, as in Python: here the whole of it, there only the inner one.
        #expect(group.split { !($0 is Failure) }.rest == nil)
        let groups = group.split { ($0 as? ExceptionGroup)?.message == "inner" }
        #expect(groups.matching?.errors(of: NotFound.self).count == 1)
        #expect(groups.rest?.errors.count == 2)
    }

    @Test(.promise(105, 106, 107)) func errorsAreListedInOrderOfCompletionTheBodysLast() throws {
        let seen = try transcript { log in
            do {
                try await withLoopTaskGroup { group in
                    let slow = Failure("slow cleanup")
                    let fast = Failure("fast cleanup")
                    try group.createTask { try await Narrated.sleep("a", 100, cleanup: 3, answering: slow, in: log) }
                    try group.createTask { try await Narrated.sleep("b", 100, cleanup: 1, answering: fast, in: log) }
                    // In the same turn.
                    try group.createTask { try await Narrated.sleep("c", 1, failing: Failure("c"), in: log) }
                    try group.createTask { try await Narrated.sleep("d", 1, failing: Failure("d"), in: log) }
                    do { try await sleep(for: .seconds(100)) } catch {
                        log("body:", error)
                        throw Failure("body")
                    }
                }
            } catch let group as ExceptionGroup { log(group.errors) }
        }
        #expect(
            seen == """
                [0.0] a starts
                [0.0] b starts
                [0.0] c starts
                [0.0] d starts
                [1.0] c ends
                [1.0] d ends
                [1.0] a CancelledError
                [1.0] b CancelledError
                [1.0] body: CancelledError
                [2.0] b is clean
                [4.0] a is clean
                [4.0] [c, d, fast cleanup, slow cleanup, body]
                """
        )
    }

    @Test(.promise(106)) func everyFailureOfATurnIsListedAndNoneIsReported() throws {
        let seen = try transcript { log in
            do {
                try await withLoopTaskGroup { group in
                    for name in ["a", "b", "c"] { try group.createTask { try await Self.failing(name) } }
                }
            } catch let group as ExceptionGroup { log(group, group.errors) }
        }
        #expect(seen == "[0.0] unhandled errors in a TaskGroup (3 sub-exceptions) [a, b, c]")
    }

    @Test(.promise(108, 109)) func errorInTheBodyIsLikeAFailedTask() throws {
        let seen = try transcript { log in
            var unstarted: LoopTask<String>?
            do {
                try await withLoopTaskGroup { group in
                    try group.createTask { try await Narrated.sleep("child", 100, cleanup: 1, in: log) }
                    try await sleep(for: .seconds(1))
                    unstarted = try group.createTask { try await Narrated.sleep("never", 1, in: log) }
                    throw Failure("body")
                }
            } catch let group as ExceptionGroup { log(group.errors, "count:", ownCount) }
            log("unstarted is cancelled:", unstarted?.cancelled ?? false)
        }
        #expect(
            seen == """
                [0.0] child starts
                [1.0] child CancelledError
                [2.0] child is clean
                [2.0] [body] count: 0
                [2.0] unstarted is cancelled: true
                """
        )
    }

    @Test(.promise(108)) func errorInTheBodyOfAnEmptyGroupIsGroupedToo() throws {
        try run(clock: .virtual) {
            do {
                try await withLoopTaskGroup { _ in throw Failure("body") }
                Issue.record("it returned")
            } catch let group as ExceptionGroup {
                #expect(group.errors as? [Failure] == [Failure("body")])
            }
        }
    }

    @Test(.promise(105, 108)) func childAndBodyFailInTheSameTurn() throws {
        let seen = try transcript { log in
            do {
                try await withLoopTaskGroup { group in
                    try group.createTask { try await Self.failing("child") }
                    try await sleep(for: .zero)
                    // The child has failed, and the group does not know it yet.
                    throw Failure("body")
                }
            } catch let group as ExceptionGroup { log(group.errors, "count:", ownCount) }
        }
        #expect(seen == "[0.0] [child, body] count: 0")
    }

    @Test(.promise(107, 108)) func failureDuringTheShutdownDoesNotCancelTheParentAgain() throws {
        let seen = try transcript { log in
            let parent = LoopTask.current
            do {
                try await withLoopTaskGroup { group in
                    let answer = Failure("answer")
                    try group.createTask { try await Narrated.sleep("a", 100, answering: answer, in: log) }
                    _ = try group.createTask {
                        do { try await sleep(for: .seconds(100)) } catch {
                            try await sleep(for: .seconds(1))
                            log("the parent's count:", parent?.cancelling ?? -1)
                            throw error
                        }
                    }
                    try await sleep(for: .seconds(1))
                    throw Failure("body")
                }
            } catch let group as ExceptionGroup { log(group.errors, "count:", ownCount) }
        }
        #expect(
            seen == """
                [0.0] a starts
                [1.0] a CancelledError
                [2.0] the parent's count: 0
                [2.0] [answer, body] count: 0
                """
        )
    }

    @Test(.promise(129)) func siblingsAreCancelledInCreationOrder() throws {
        let names = (1...9).map { "\($0)" }
        let seen = try transcript { log in
            try? await withLoopTaskGroup { group in
                for name in names {
                    try group.createTask {
                        do { try await sleep(for: .seconds(100)) } catch {
                            log(name)
                            throw error
                        }
                    }
                }
                try await sleep(for: .seconds(1))
                throw Failure("body")
            }
        }
        #expect(seen == names.map { "[1.0] \($0)" }.joined(separator: "\n"))
    }

    @Test(.promise(131)) func eagerChildThatFailsAtOnceCancelsTheParentOnlyThroughTheLoop() throws {
        let seen = try transcript { log in
            EventLoop.running?.taskFactory = .eager
            do {
                try await withLoopTaskGroup { group in
                    let child = try group.createTask { try await Self.failing("at once") }
                    log("child done:", child.done, "count:", ownCount)
                    // The group knows nothing yet, so it takes another.
                    try group.createTask { try await Narrated.sleep("second", 100, in: log) }
                    log("the body goes on, count:", ownCount)
                    do { try await sleep(for: .seconds(100)) } catch {
                        log("body:", error, "count:", ownCount)
                        throw error
                    }
                }
            } catch let group as ExceptionGroup { log(group.errors, "count:", ownCount) }
        }
        #expect(
            seen == """
                [0.0] child done: true count: 0
                [0.0] second starts
                [0.0] the body goes on, count: 0
                [0.0] second CancelledError
                [0.0] body: CancelledError count: 1
                [0.0] [at once] count: 0
                """
        )
    }
}
