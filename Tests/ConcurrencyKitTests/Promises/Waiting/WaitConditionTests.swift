import ConcurrencyKit
import Testing

/// Topic 11 of behaviours.md: `wait(for:until:)` that need not wait for all.
@Suite struct WaitConditionTests {
    @Test(.promise(250)) func firstToEndCountsHoweverItEnds() throws {
        let seen = try transcript { log in
            var left = [
                createTask(name: "returns") { try await sleep(for: .seconds(1)) },
                createTask(name: "fails") {
                    try await sleep(for: .seconds(3))
                    throw Failure("broken")
                },
                createTask(name: "is cancelled") { try await sleep(for: .seconds(9)) },
            ]
            let last = left[2]
            EventLoop.running?.callLater(.seconds(2)) { last.cancel() }
            while !left.isEmpty {
                let (done, pending) = try await wait(for: left, until: .firstCompleted)
                log("done:", done.map(\.name), "pending:", pending.map(\.name))
                for task in done where !task.cancelled { _ = try task.exception() }
                left = pending
            }
        }
        #expect(
            seen == """
                [1.0] done: ["returns"] pending: ["fails", "is cancelled"]
                [2.0] done: ["is cancelled"] pending: ["fails"]
                [3.0] done: ["fails"] pending: []
                """
        )
    }

    @Test(.promise(251)) func allThatAreDoneWhenTheWaiterRunsAgainAreReturned() throws {
        let seen = try transcript { log in
            let tasks = (1...5).map { turns in
                createTask(name: "t\(turns)") {
                    for _ in 0..<turns { try await sleep(for: .zero) }
                    log("t\(turns) returns")
                }
            }
            let (done, pending) = try await wait(for: tasks, until: .firstCompleted)
            log("done:", done.map(\.name), "pending:", pending.map(\.name))
            _ = try await wait(for: pending)
        }
        // t2 returns in the turn of t1's callback, before the waiter wakes; its own callback then finds nobody.
        #expect(
            seen == """
                [0.0] t1 returns
                [0.0] t2 returns
                [0.0] done: ["t1", "t2"] pending: ["t3", "t4", "t5"]
                [0.0] t3 returns
                [0.0] t4 returns
                [0.0] t5 returns
                """
        )
    }

    @Test(.promise(252, 253)) func firstErrorEndsTheWaitAndACancellationDoesNot() throws {
        let seen = try transcript { log in
            let tasks = [
                createTask(name: "late") { try await sleep(for: .seconds(5)) },
                createTask(name: "bad") {
                    try await sleep(for: .seconds(3))
                    throw Failure("broken")
                },
                createTask(name: "gone") { try await sleep(for: .seconds(9)) },
                createTask(name: "ok") { try await sleep(for: .seconds(1)) },
            ]
            EventLoop.running?.callLater(.seconds(2)) { tasks[2].cancel() }
            let (done, pending) = try await wait(for: tasks, until: .firstError)
            log("done:", done.map(\.name), "pending:", pending.map(\.name))
            // The wait has looked at the error that ended it: it is not reported as never retrieved.
        }
        #expect(seen == #"[3.0] done: ["bad", "gone", "ok"] pending: ["late"]"#)
    }

    @Test(.promise(254)) func withoutAnErrorFirstErrorWaitsForAll() throws {
        let seen = try transcript { log in
            let tasks = [1, 3, 2].map { delay in createTask { try await sleep(for: .seconds(delay)) } }
            let gone = createTask { try await sleep(for: .seconds(9)) }
            EventLoop.running?.callLater(.seconds(0.5)) { gone.cancel() }
            let (done, pending) = try await wait(for: tasks + [gone], until: .firstError)
            log("done:", done.count, "pending:", pending.count)
        }
        #expect(seen == "[3.0] done: 4 pending: 0")
    }

    @Test(.promise(255)) func errorThatIsThereAlreadyEndsTheWaitAtOnce() throws {
        let seen = try transcript { log in
            let bad = createTask(name: "bad") { throw Failure("broken") }
            try await sleep(for: .seconds(1))
            let slow = createTask(name: "slow") { try await sleep(for: .seconds(9)) }
            createTask { try await countTurns(3, in: log) }
            let (done, pending) = try await wait(for: [slow, bad], until: .firstError)
            log("done:", done.map(\.name), "pending:", pending.map(\.name))
            try await sleep(for: .zero)
        }
        #expect(
            seen == """
                [1.0] turn 1
                [1.0] turn 2
                [1.0] done: ["bad"] pending: ["slow"]
                [1.0] turn 3
                """
        )
    }

    @Test(.promise(254, 256)) func errorOfTheOnlyTaskLeftIsNotLookedAt() throws {
        let seen = try transcript { log in
            let task = createTask(name: "bad") { throw Failure("broken") }
            _ = try await wait(for: [task], until: .firstError)
            log("nothing is left to wait for, whatever the condition")
        }
        #expect(
            seen == """
                [0.0] nothing is left to wait for, whatever the condition
                [0.0] report: errorNeverRetrieved bad broken
                """
        )
    }
}
