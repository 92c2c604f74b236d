import ConcurrencyKit
import Testing

/// Topic 9 of behaviours.md: shields around and inside of gather, wait and time limits.
@Suite struct ShieldCombinationsTests {
    @Test(.promise(194)) func shieldedGatherProtectsAllItsChildren() throws {
        let seen = try transcript { log in
            let awaiter = createTask {
                try await shield(
                    gatherFuture(
                        { try await Narrated.sleep("a", 2, in: log) },
                        { try await Narrated.sleep("b", 3, in: log) }
                    )
                ).value
            }
            try await sleep(for: .seconds(1))
            awaiter.cancel()
            do { _ = try await awaiter.value } catch { log("awaiter:", error) }
            try await sleep(for: .seconds(3))
        }
        #expect(
            seen == """
                [0.0] a starts
                [0.0] b starts
                [1.0] awaiter: CancelledError
                [2.0] a ends
                [3.0] b ends
                """
        )
    }

    @Test(.promise(190, 194)) func cancellingAShieldedGatherEndsTheShieldWithItsError() throws {
        let seen = try transcript { log in
            let gathering = gatherFuture(
                { try await Narrated.sleep("a", 100, in: log) },
                { try await Narrated.sleep("b", 100, in: log) }
            )
            let shielded = shield(gathering)
            try await sleep(for: .seconds(1))
            gathering.cancel("stop")
            do { _ = try await shielded.value } catch {
                // A cancelled gather holds the error and is not cancelled (promise 158); nor is its shield.
                log(error, "cancelled:", shielded.cancelled, gathering.cancelled)
            }
        }
        #expect(
            seen == """
                [0.0] a starts
                [0.0] b starts
                [1.0] a CancelledError: stop
                [1.0] b CancelledError: stop
                [1.0] CancelledError: stop cancelled: false false
                """
        )
    }

    @Test(.promise(195)) func cancellingAGatherOfShieldsCancelsTheShieldsOnly() throws {
        let seen = try transcript { log in
            let first = createTask { try await Narrated.sleep("a", 2, in: log) }
            let second = createTask { try await Narrated.sleep("b", 3, in: log) }
            let shields = [shield(first), shield(second)]
            let gathering = gatherFuture(shields)
            try await sleep(for: .seconds(1))
            log("cancel:", gathering.cancel("stop"))
            do { _ = try await gathering.value } catch {
                log(error, "shields:", shields.map(\.cancelled), "counts:", first.cancelling, second.cancelling)
            }
            log(try await first.value, try await second.value)
        }
        #expect(
            seen == """
                [0.0] a starts
                [0.0] b starts
                [1.0] cancel: true
                [1.0] CancelledError: stop shields: [true, true] counts: 0 0
                [2.0] a ends
                [3.0] b ends
                [3.0] a b
                """
        )
    }

    @Test(.promise(196)) func waitForAShieldTimesOutWithoutKillingTheTask() throws {
        let seen = try transcript { log in
            let inner = createTask { try await Narrated.sleep("inner", 2, in: log) }
            do { _ = try await wait(for: shield(inner), timeout: .seconds(1)) } catch {
                log(error, "inner's count:", inner.cancelling, "mine:", ownCount)
            }
            log(try await inner.value)
        }
        #expect(
            seen == """
                [0.0] inner starts
                [1.0] TimeoutError inner's count: 0 mine: 0
                [2.0] inner ends
                [2.0] inner
                """
        )
    }

    @Test(.promise(197)) func waitForAShieldWithNoTimeDoesNotKillTheTaskEither() throws {
        let seen = try transcript { log in
            for limit in [Duration.zero, .seconds(-1)] {
                let inner = createTask { try await Narrated.sleep("inner", 2, in: log) }
                let shielded = shield(inner)
                do { _ = try await wait(for: shielded, timeout: limit) } catch {
                    log(error, "shield cancelled:", shielded.cancelled, "inner's count:", inner.cancelling)
                }
                log(try await inner.value)
                // What is done is given at once.
                log(try await wait(for: shield(inner), timeout: limit))
            }
        }
        #expect(
            seen == """
                [0.0] inner starts
                [0.0] TimeoutError shield cancelled: true inner's count: 0
                [2.0] inner ends
                [2.0] inner
                [2.0] inner
                [2.0] inner starts
                [2.0] TimeoutError shield cancelled: true inner's count: 0
                [4.0] inner ends
                [4.0] inner
                [4.0] inner
                """
        )
    }

    @Test(.promise(196)) func timeoutAroundAShieldDoesNotKillTheTask() throws {
        let seen = try transcript { log in
            let inner = createTask { try await Narrated.sleep("inner", 2, in: log) }
            do { _ = try await timeout(after: .seconds(1)) { try await shield(inner).value } } catch { log(error) }
            log(try await inner.value)
        }
        #expect(
            seen == """
                [0.0] inner starts
                [1.0] TimeoutError
                [2.0] inner ends
                [2.0] inner
                """
        )
    }

    @Test(.promise(191)) func shieldOfAShield() throws {
        let seen = try transcript { log in
            let inner = shield { try await Narrated.sleep("work", 2, in: log) }
            let outer = shield(inner)
            try await sleep(for: .seconds(1))
            log("cancel:", outer.cancel(), "inner shield cancelled:", inner.cancelled)
            log(try await inner.value)
        }
        #expect(
            seen == """
                [0.0] work starts
                [1.0] cancel: true inner shield cancelled: false
                [2.0] work ends
                [2.0] work
                """
        )
    }

    @Test(.promise(201)) func waitNeitherShieldsNorPassesTheCancellationOn() throws {
        let seen = try transcript { log in
            let tasks = [createTask { try await Narrated.sleep("a", 2, in: log) }]
            let waiter = createTask { _ = try await wait(for: tasks, until: .allCompleted) }
            try await sleep(for: .seconds(1))
            waiter.cancel("stop")
            do { try await waiter.value } catch { log("waiter:", error, "count:", tasks[0].cancelling) }
            log(try await tasks[0].value)
        }
        #expect(
            seen == """
                [0.0] a starts
                [1.0] waiter: CancelledError: stop count: 0
                [2.0] a ends
                [2.0] a
                """
        )
    }

    @Test(.promise(186)) func groupChildThatAwaitsAShieldIsCancelledAndTheShieldedTaskOutlivesTheGroup() throws {
        let seen = try transcript { log in
            let inner = createTask { try await Narrated.sleep("inner", 2, in: log) }
            do {
                try await withLoopTaskGroup { group in
                    try group.createTask { try await shield(inner).value }
                    try await sleep(for: .seconds(1))
                    throw Failure("body")
                }
            } catch let group as ExceptionGroup { log(group.errors, "inner's count:", inner.cancelling) }
            log(try await inner.value)
        }
        #expect(
            seen == """
                [0.0] inner starts
                [1.0] [body] inner's count: 0
                [2.0] inner ends
                [2.0] inner
                """
        )
    }
}
