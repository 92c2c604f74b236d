import ConcurrencyKit
import Testing

/// Topic 5 of behaviours.md: a group whose parent is cancelled from outside, alone and together with a failure.
@Suite struct GroupsCancellationTests {
    @Test(.promise(111)) func cancellingAParentThatWaitsAtTheEndCancelsTheChildrenAndWaits() throws {
        let seen = try transcript { log in
            let parent = createTask {
                try await withLoopTaskGroup { group in
                    try group.createTask { try await Narrated.sleep("a", 100, cleanup: 2, in: log) }
                    try group.createTask { try await Narrated.sleep("b", 100, cleanup: 1, in: log) }
                }
                log("never")
            }
            try await sleep(for: .seconds(1))
            parent.cancel("stop")
            try await sleep(for: .seconds(0.5))
            // Its own cancellation is under way: another one neither ends the wait nor reaches the children.
            parent.cancel("again")
            do { try await parent.value } catch {
                log("parent:", error, "cancelled:", parent.cancelled, "count:", parent.cancelling)
            }
        }
        #expect(
            seen == """
                [0.0] a starts
                [0.0] b starts
                [1.0] a CancelledError
                [1.0] b CancelledError
                [2.0] b is clean
                [3.0] a is clean
                [3.0] parent: CancelledError: stop cancelled: true count: 2
                """
        )
    }

    @Test(.promise(111, 112)) func cancellingAParentThatIsInTheBody() throws {
        let seen = try transcript { log in
            let parent = createTask {
                try await withLoopTaskGroup { group in
                    try group.createTask { try await Narrated.sleep("child", 100, cleanup: 1, in: log) }
                    do { try await sleep(for: .seconds(100)) } catch {
                        log("body:", error)
                        throw error
                    }
                }
            }
            try await sleep(for: .seconds(1))
            parent.cancel("stop")
            do { try await parent.value } catch { log("parent:", error, "cancelled:", parent.cancelled) }
        }
        // The body is interrupted first: only its end tells the group to cancel the children.
        #expect(
            seen == """
                [0.0] child starts
                [1.0] body: CancelledError: stop
                [1.0] child CancelledError
                [2.0] child is clean
                [2.0] parent: CancelledError: stop cancelled: true
                """
        )
    }

    @Test(.promise(112)) func bodyThatSwallowsTheCancellationLeavesTheGroupAsItIs() throws {
        let seen = try transcript { log in
            let parent = createTask {
                try await withLoopTaskGroup { group in
                    try group.createTask { try await Narrated.sleep("child", 2, in: log) }
                    try? await sleep(for: .seconds(100))
                    log("swallowed")
                }
                log("left, count:", ownCount)
                return 7
            }
            try await sleep(for: .seconds(1))
            parent.cancel()
            log(try await parent.value)
        }
        #expect(
            seen == """
                [0.0] child starts
                [1.0] swallowed
                [2.0] child ends
                [2.0] left, count: 1
                [2.0] 7
                """
        )
    }

    @Test(.promise(111)) func parentThatCancelledItselfIsInterruptedWhenTheGroupWaits() throws {
        let seen = try transcript { log in
            let parent = createTask {
                try await withLoopTaskGroup { group in
                    try group.createTask { try await Narrated.sleep("child", 100, in: log) }
                    LoopTask.current?.cancel("myself")
                    log("the body ends")
                }
            }
            do { try await parent.value } catch { log("parent:", error) }
        }
        // The child's first turn was queued before the delivery.
        #expect(
            seen == """
                [0.0] the body ends
                [0.0] child starts
                [0.0] child CancelledError
                [0.0] parent: CancelledError: myself
                """
        )
    }

    @Test(.promise(113, 114)) func errorsOfChildrenWinOverTheCancellationWhichComesAgain() throws {
        let seen = try transcript { log in
            let parent = createTask {
                do {
                    try await withLoopTaskGroup { group in
                        let late = Failure("late")
                        try group.createTask { try await Narrated.sleep("child", 100, answering: late, in: log) }
                        try await sleep(for: .seconds(100))
                    }
                } catch let group as ExceptionGroup { log(group.errors, "count:", ownCount) }
                log("still runs")
                do { try await sleep(for: .seconds(100)) } catch {
                    log("again:", error, "count:", ownCount)
                    throw error
                }
            }
            try await sleep(for: .seconds(1))
            parent.cancel("stop")
            do { try await parent.value } catch { log("parent cancelled:", parent.cancelled) }
        }
        // The message is not kept, as in asyncio.
        #expect(
            seen == """
                [0.0] child starts
                [1.0] child CancelledError
                [1.0] [late] count: 1
                [1.0] still runs
                [1.0] again: CancelledError count: 1
                [1.0] parent cancelled: true
                """
        )
    }

    @Test(.promise(113, 114)) func cancellationThatComesWhileAFailedGroupShutsDown() throws {
        let seen = try transcript { log in
            let parent = createTask {
                do {
                    try await withLoopTaskGroup { group in
                        try group.createTask { try await Narrated.sleep("a", 1, failing: Failure("a"), in: log) }
                        try group.createTask { try await Narrated.sleep("b", 100, cleanup: 2, in: log) }
                        try await sleep(for: .seconds(100))
                    }
                } catch let group as ExceptionGroup { log(group.errors, "count:", ownCount) }
                do { try await sleep(for: .seconds(100)) } catch {
                    log("again:", error, "count:", ownCount)
                    throw error
                }
            }
            try await sleep(for: .seconds(2))
            log("cancel:", parent.cancel("stop"))
            do { try await parent.value } catch { log("parent cancelled:", parent.cancelled) }
        }
        #expect(
            seen == """
                [0.0] a starts
                [0.0] b starts
                [1.0] a ends
                [1.0] b CancelledError
                [2.0] cancel: true
                [3.0] b is clean
                [3.0] [a] count: 1
                [3.0] again: CancelledError count: 1
                [3.0] parent cancelled: true
                """
        )
    }

    @Test(.promise(92)) func swallowedCancellationComesBackWhenALaterGroupThrows() throws {
        let seen = try transcript { log in
            let parent = createTask {
                try? await sleep(for: .seconds(100))
                log("swallowed, count:", ownCount)
                try await withLoopTaskGroup { group in
                    try group.createTask { try await Narrated.sleep("good", 1, in: log) }
                }
                try await sleep(for: .zero)
                log("a group that ends well brings nothing back")
                do {
                    try await withLoopTaskGroup { group in
                        try group.createTask { try await Narrated.sleep("bad", 1, failing: Failure("bad"), in: log) }
                        try await sleep(for: .seconds(100))
                    }
                } catch let group as ExceptionGroup { log(group.errors, "count:", ownCount) }
                do { try await sleep(for: .zero) } catch {
                    log("it is back:", error)
                    throw error
                }
            }
            try await sleep(for: .seconds(1))
            parent.cancel()
            do { try await parent.value } catch { log("count:", parent.cancelling) }
        }
        #expect(
            seen == """
                [1.0] swallowed, count: 1
                [1.0] good starts
                [2.0] good ends
                [2.0] a group that ends well brings nothing back
                [2.0] bad starts
                [3.0] bad ends
                [3.0] [bad] count: 1
                [3.0] it is back: CancelledError
                [3.0] count: 1
                """
        )
    }

    @Test(.promise(115), arguments: 0...3) func countIsTheSameAfterTheBlockAsBeforeIt(requests: Int) throws {
        let counts = try run(clock: .virtual) {
            try await createTask { () async throws -> [Int] in
                for _ in 0..<requests { LoopTask.current?.cancel() }
                try? await sleep(for: .zero)
                var counts = [ownCount]
                try await withLoopTaskGroup { group in _ = try group.createTask {} }
                counts.append(ownCount)
                do {
                    try await withLoopTaskGroup { group in
                        try group.createTask { throw Failure("child") }
                        try await sleep(for: .seconds(1))
                    }
                } catch is ExceptionGroup { counts.append(ownCount) }
                // A standing request comes again after a group that threw.
                try? await sleep(for: .zero)
                do { try await withLoopTaskGroup { _ in throw Failure("body") } } catch is ExceptionGroup {
                    counts.append(ownCount)
                }
                try? await sleep(for: .zero)
                return counts
            }.value
        }
        #expect(counts == [requests, requests, requests, requests])
    }

    @Test(.promise(116)) func errorThatAnswersAnOutsideCancellationIsGroupedAndReplacesIt() throws {
        let seen = try transcript { log in
            let parent = createTask {
                try await withLoopTaskGroup { group in
                    try group.createTask { try await Narrated.sleep("child", 100, in: log) }
                    do { try await sleep(for: .seconds(100)) } catch { throw Failure("answer") }
                }
            }
            try await sleep(for: .seconds(1))
            parent.cancel()
            do { try await parent.value } catch let group as ExceptionGroup {
                log(group.errors, "cancelled:", parent.cancelled, "count:", parent.cancelling)
            }
        }
        #expect(
            seen == """
                [0.0] child starts
                [1.0] child CancelledError
                [1.0] [answer] cancelled: false count: 1
                """
        )
    }
}
