import ConcurrencyKit
import Testing

/// Topic 11 of behaviours.md, where it turns on what is still under way when a wait ends.
@Suite struct WaitEndTests {
    @Test(.promise(263)) func cancelledWaiterThrowsAndItsTasksGoOn() throws {
        let seen = try transcript { log in
            let work = createTask {
                try await sleep(for: .seconds(3))
                log("work ends")
            }
            let waiter = createTask {
                do {
                    _ = try await wait(for: [work])
                    log("never")
                } catch let error as CancelledError {
                    log("waiter:", error, "- work done:", work.done)
                    throw error
                }
            }
            try await sleep(for: .seconds(1))
            waiter.cancel("enough")
            try await sleep(for: .zero)
            log("waiter cancelled:", waiter.cancelled, "- requests to cancel work:", work.cancelling)
            try await work.value
        }
        #expect(
            seen == """
                [1.0] waiter: CancelledError: enough - work done: false
                [1.0] waiter cancelled: true - requests to cancel work: 0
                [3.0] work ends
                """
        )
    }

    /// Tasks that end one turn after the other.
    private static func spinners(_ log: Transcript) -> [LoopTask<Void>] {
        (1...3).map { turns in
            createTask(name: "t\(turns)") {
                for _ in 0..<turns { try await sleep(for: .zero) }
                log("t\(turns) returns")
            }
        }
    }

    @Test(.promise(251)) func firstCompletedReportsWhatElseIsDoneWhenTheWaiterRuns() throws {
        let seen = try transcript { log in
            let tasks = Self.spinners(log)
            let (done, pending) = try await wait(for: tasks, until: .firstCompleted)
            // The callback by which t2 tells the wait of its end is still to come.
            log("done:", done.map(\.name), "pending:", pending.map(\.name))
            try await tasks[2].value
        }
        #expect(
            seen == """
                [0.0] t1 returns
                [0.0] t2 returns
                [0.0] done: ["t1", "t2"] pending: ["t3"]
                [0.0] t3 returns
                """
        )
    }

    @Test(.promise(277)) func asCompletedCanBeLeftWhileATaskIsEnding() throws {
        let seen = try transcript { log in
            let tasks = Self.spinners(log)
            for try await task in asCompleted(tasks) {
                log("first:", task.name)
                break
            }
            log("left")
            try await tasks[2].value
        }
        #expect(
            seen == """
                [0.0] t1 returns
                [0.0] t2 returns
                [0.0] first: t1
                [0.0] left
                [0.0] t3 returns
                """
        )
    }
}
