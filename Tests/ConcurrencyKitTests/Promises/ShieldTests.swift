import ConcurrencyKit
import Testing

/// Topic 9 of behaviours.md: what a shield protects from the cancellation of its awaiter.
@Suite struct ShieldTests {
    @Test(.promise(186, 187)) func cancelledAwaiterLeavesTheTaskRunningAndItsResultAvailable() throws {
        let seen = try transcript { log in
            let inner = createTask { try await Narrated.sleep("inner", 2, in: log) }
            let awaiter = createTask {
                do { return try await shield(inner).value } catch {
                    log("awaiter:", error)
                    throw error
                }
            }
            try await sleep(for: .seconds(1))
            awaiter.cancel("stop")
            do { _ = try await awaiter.value } catch {
                log("awaiter cancelled:", awaiter.cancelled, "inner's count:", inner.cancelling, "done:", inner.done)
            }
            log(try await inner.value)
        }
        #expect(
            seen == """
                [0.0] inner starts
                [1.0] awaiter: CancelledError: stop
                [1.0] awaiter cancelled: true inner's count: 0 done: false
                [2.0] inner ends
                [2.0] inner
                """
        )
    }

    @Test(.promise(186, 192)) func coroutineOfACancelledAwaiterGoesOnByItself() throws {
        let seen = try transcript { log in
            let awaiter = createTask { try await shield { try await Narrated.sleep("work", 2, in: log) }.value }
            try await sleep(for: .seconds(1))
            awaiter.cancel()
            do { _ = try await awaiter.value } catch { log(error) }
            try await sleep(for: .seconds(2))
        }
        #expect(
            seen == """
                [0.0] work starts
                [1.0] CancelledError
                [2.0] work ends
                """
        )
    }

    @Test(.promise(186)) func awaiterCancelledBeforeItsFirstTurnLeavesTheTaskAlone() throws {
        let seen = try transcript { log in
            let inner = createTask { try await Narrated.sleep("inner", 1, in: log) }
            let awaiter = createTask {
                log("never")
                return try await shield(inner).value
            }
            awaiter.cancel()
            do { _ = try await awaiter.value } catch { log(error) }
            log(try await inner.value)
        }
        #expect(
            seen == """
                [0.0] inner starts
                [0.0] CancelledError
                [1.0] inner ends
                [1.0] inner
                """
        )
    }

    @Test(.promise(186, 187)) func cancelInTheInstantInWhichTheTaskEnds() throws {
        let seen = try transcript { log in
            let inner = createTask { try await Narrated.sleep("inner", 1, in: log) }
            let awaiter = createTask { try await shield(inner).value }
            try await sleep(for: .zero)
            // Set after the inner task's timer, so it is called when that task is about to have its last turn.
            EventLoop.running?.callLater(.seconds(1)) { log("cancel:", awaiter.cancel()) }
            do { _ = try await awaiter.value } catch { log(error, "inner done:", inner.done) }
            log(try inner.result())
        }
        #expect(
            seen == """
                [0.0] inner starts
                [1.0] cancel: true
                [1.0] inner ends
                [1.0] CancelledError inner done: true
                [1.0] inner
                """
        )
    }

    @Test(.promise(188)) func shieldPassesTheResultOnOneTurnLater() throws {
        let seen = try transcript { log in
            let ruler = createTask { try await countTurns(5, in: log) }
            let value = try await shield {
                log("returns")
                return 7
            }.value
            log(value)
            try await ruler.value
        }
        // The task's end, the shield's callback, and the awaiter's wake-up.
        #expect(
            seen == """
                [0.0] turn 1
                [0.0] returns
                [0.0] turn 2
                [0.0] turn 3
                [0.0] 7
                [0.0] turn 4
                [0.0] turn 5
                """
        )
    }

    @Test(.promise(189)) func shieldPassesTheErrorOn() throws {
        let seen = try transcript { log in
            do { try await shield { throw Failure("inner") }.value } catch { log(error) }
            let inner = createTask { try await Narrated.sleep("inner", 1, failing: Failure("later"), in: log) }
            let shielded = shield(inner)
            do { _ = try await shielded.value } catch { log(error, "cancelled:", shielded.cancelled) }
        }
        #expect(
            seen == """
                [0.0] inner
                [0.0] inner starts
                [1.0] inner ends
                [1.0] later cancelled: false
                """
        )
    }

    @Test(.promise(36, 189)) func errorOfAShieldThatNobodyAwaitsIsReported() throws {
        let seen = try transcript { log in
            let shielded = shield { try await Narrated.sleep("inner", 1, failing: Failure("unread"), in: log) }
            try await sleep(for: .seconds(2))
            log("done:", shielded.done)
        }
        // Once, and of the shield: the task's own error was handed on.
        #expect(
            seen == """
                [0.0] inner starts
                [1.0] inner ends
                [2.0] done: true
                [2.0] report: errorNeverRetrieved - unread
                """
        )
    }

    @Test(.promise(190)) func cancellingTheInnerTaskCancelsTheShield() throws {
        let seen = try transcript { log in
            let inner = createTask { try await Narrated.sleep("inner", 100, cleanup: 1, in: log) }
            let shielded = shield(inner)
            try await sleep(for: .seconds(1))
            inner.cancel("only you")
            log("shield done:", shielded.done)
            do { _ = try await shielded.value } catch {
                log("awaiter:", error, "shield cancelled:", shielded.cancelled, "my count:", ownCount)
            }
        }
        // The message stays with the inner task, as in asyncio.
        #expect(
            seen == """
                [0.0] inner starts
                [1.0] shield done: false
                [1.0] inner CancelledError: only you
                [2.0] inner is clean
                [2.0] awaiter: CancelledError shield cancelled: true my count: 0
                """
        )
    }

    @Test(.promise(191)) func cancellingTheShieldCancelsNothingElse() throws {
        let seen = try transcript { log in
            let inner = createTask { try await Narrated.sleep("inner", 2, in: log) }
            let shielded = shield(inner)
            try await sleep(for: .seconds(1))
            log("cancel:", shielded.cancel("outer"), "at once:", shielded.cancelled, "inner's count:", inner.cancelling)
            do { _ = try await shielded.value } catch { log(error) }
            log(try await inner.value, "shield cancelled:", shielded.cancelled, "cancel:", shielded.cancel())
        }
        #expect(
            seen == """
                [0.0] inner starts
                [1.0] cancel: true at once: true inner's count: 0
                [1.0] CancelledError: outer
                [2.0] inner ends
                [2.0] inner shield cancelled: true cancel: false
                """
        )
    }

    @Test(.promise(192)) func coroutineGivenToAShieldStartsThoughNobodyAwaitsIt() throws {
        let seen = try transcript { log in
            let shielded = shield(Coroutine { try await Narrated.sleep("work", 1, in: log) })
            log("main goes on")
            try await sleep(for: .seconds(2))
            log("done:", shielded.done, try shielded.result())
        }
        #expect(
            seen == """
                [0.0] main goes on
                [0.0] work starts
                [1.0] work ends
                [2.0] done: true work
                """
        )
    }

    @Test(.promise(193)) func shieldOfWhatIsDoneIsThatVeryFuture() throws {
        let seen = try transcript { log in
            createTask { log("somebody else") }
            let future = Future<Int>()
            try future.setResult(1)
            log("same:", shield(future) == future, try await shield(future).value)
            let task = createTask(start: .eager) { 2 }
            log("same:", shield(task) == task.future)
            let cancelled = Future<Int>()
            cancelled.cancel("gone")
            do { _ = try await shield(cancelled).value } catch { log(shield(cancelled) == cancelled, error) }
            let pending = Future<Int>()
            log("same:", shield(pending) == pending)
            log("no turn was given up")
            try await sleep(for: .zero)
        }
        #expect(
            seen == """
                [0.0] same: true 1
                [0.0] same: true
                [0.0] true CancelledError: gone
                [0.0] same: false
                [0.0] no turn was given up
                [0.0] somebody else
                """
        )
    }

    @Test(.promise(198)) func afterTheFirstCancelTheTaskIsUnprotectedUnlessShieldedAgain() throws {
        let seen = try transcript { log in
            let inner = createTask { try await Narrated.sleep("inner", 100, in: log) }
            let awaiter = createTask {
                do { _ = try await shield(inner).value } catch { log("first, inner's count:", inner.cancelling) }
                do { _ = try await shield(inner).value } catch { log("second, inner's count:", inner.cancelling) }
                _ = try await inner.value
            }
            for _ in 0..<3 {
                try await sleep(for: .seconds(1))
                awaiter.cancel()
            }
            do { try await awaiter.value } catch { log("inner cancelled:", inner.cancelled) }
        }
        #expect(
            seen == """
                [0.0] inner starts
                [1.0] first, inner's count: 0
                [2.0] second, inner's count: 0
                [3.0] inner CancelledError
                [3.0] inner cancelled: true
                """
        )
    }

    @Test(.promise(199)) func errorAfterTheOuterWasCancelledIsReportedIfNobodyReadsIt() throws {
        // A second after the cancellation, and in the same instant.
        for (delay, time) in [(2.0, "2.0"), (1.0, "1.0")] {
            let seen = try transcript { log in
                let inner = createTask(name: "inner") {
                    try await Narrated.sleep("inner", delay, failing: Failure("late"), in: log)
                }
                let shielded = shield(inner)
                try await sleep(for: .zero)
                EventLoop.running?.callLater(.seconds(1)) { shielded.cancel() }
                try await sleep(for: .seconds(3))
                log("shield cancelled:", shielded.cancelled)
            }
            #expect(
                seen == """
                    [0.0] inner starts
                    [\(time)] inner ends
                    [3.0] shield cancelled: true
                    [3.0] report: errorNeverRetrieved inner late
                    """
            )
        }
    }

    @Test(.promise(199)) func errorAfterTheOuterWasCancelledIsNotedInTheTrace() throws {
        let events = try TraceTests.trace {
            let inner = createTask(name: "inner") {
                try await sleep(for: .seconds(2))
                throw Failure("late")
            }
            let shielded = shield(inner)
            try await sleep(for: .seconds(1))
            shielded.cancel()
            try await sleep(for: .seconds(2))
        }
        let notes = events.compactMap { event -> String? in
            guard case .note(.errorNeverRetrieved, let text) = event.kind else { return nil }
            return "task \(event.task): \(text.prefix(while: { $0 != "(" }))"
        }
        #expect(notes == ["task 2: the error of task 'inner' was never retrieved: late "])
    }

    @Test(.promise(199)) func errorAfterTheOuterWasCancelledIsNotReportedIfSomebodyReadsIt() throws {
        let seen = try transcript { log in
            let inner = createTask { try await Narrated.sleep("inner", 2, failing: Failure("late"), in: log) }
            let shielded = shield(inner)
            try await sleep(for: .seconds(1))
            shielded.cancel()
            do { _ = try await inner.value } catch { log("read:", error) }
        }
        #expect(
            seen == """
                [0.0] inner starts
                [2.0] inner ends
                [2.0] read: late
                """
        )
    }
}
