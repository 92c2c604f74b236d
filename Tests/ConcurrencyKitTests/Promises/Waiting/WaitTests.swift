import ConcurrencyKit
import Testing

/// Topic 11 of behaviours.md: what `wait` returns, and when.
@Suite struct WaitTests {
    @Test(.promise(246, 247, 248)) func waitForAllReturnsFailedAndCancelledTasksToo() throws {
        let seen = try transcript { log in
            let tasks = [
                createTask(name: "slow") { try await sleep(for: .seconds(3)) },
                createTask(name: "bad") {
                    try await sleep(for: .seconds(1))
                    throw Failure("broken")
                },
                createTask(name: "gone") { try await sleep(for: .seconds(9)) },
            ]
            EventLoop.running?.callLater(.seconds(2)) { tasks[2].cancel() }
            let (done, pending) = try await wait(for: tasks)
            log("done:", done.map(\.name), "pending:", pending.map(\.name))
            log("cancelled:", done.map(\.cancelled))
            // Nobody has read the error of "bad": `wait` does not.
        }
        #expect(
            seen == """
                [3.0] done: ["slow", "bad", "gone"] pending: []
                [3.0] cancelled: [false, false, true]
                [3.0] report: errorNeverRetrieved bad broken
                """
        )
    }

    @Test(.promise(246)) func bothPartsAreInArgumentOrderWhateverEndsFirst() throws {
        let seen = try transcript { log in
            let delays = [("d", 4), ("b", 2), ("e", 5), ("a", 1), ("c", 3)]
            let tasks = delays.map { name, delay in
                createTask(name: name) { try await sleep(for: .seconds(delay)) }
            }
            let (done, pending) = try await wait(for: tasks, timeout: .seconds(3.5))
            log("done:", done.map(\.name), "pending:", pending.map(\.name))
        }
        #expect(seen == #"[3.5] done: ["b", "a", "c"] pending: ["d", "e"]"#)
    }

    @Test(.promise(249)) func whatIsDoneTakesNoTimeButTwoTurns() throws {
        let seen = try transcript { log in
            let task = createTask {}
            try await task.value
            createTask { try await countTurns(3, in: log) }
            let (done, _) = try await wait(for: [task])
            log("wait returned", done.count)
            try await countTurns(2, in: log)
        }
        // Two tickers from "wait returned" on: the first logs turn 3 between the second's.
        #expect(
            seen == """
                [0.0] turn 1
                [0.0] turn 2
                [0.0] wait returned 1
                [0.0] turn 1
                [0.0] turn 3
                [0.0] turn 2
                """
        )
    }

    @Test(.promise(256)) func timeoutReturnsWhatIsDoneAndCancelsNothing() throws {
        let seen = try transcript { log in
            let quick = createTask(name: "quick") { try await sleep(for: .seconds(1), returning: 1) }
            let slow = createTask(name: "slow") { try await sleep(for: .seconds(5), returning: 5) }
            let (done, pending) = try await wait(for: [slow, quick], timeout: .seconds(2))
            log("done:", done.map(\.name), "pending:", pending.map(\.name))
            log("requests to cancel:", slow.cancelling)
            log("slow:", try await slow.value)
        }
        #expect(
            seen == """
                [2.0] done: ["quick"] pending: ["slow"]
                [2.0] requests to cancel: 0
                [5.0] slow: 5
                """
        )
    }

    @Test(.promise(256), arguments: [Duration.zero, .seconds(-5)])
    func timeoutThatIsOverStillGivesTheTasksATurn(timeout: Duration) throws {
        let seen = try transcript { log in
            let tasks = [
                createTask(name: "none") {}, createTask(name: "one") { try await sleep(for: .zero) },
                createTask(name: "three") { try await countTurns(3, in: log) },
            ]
            let (done, pending) = try await wait(for: tasks, timeout: timeout)
            log("done:", done.map(\.name), "pending:", pending.map(\.name))
            try await tasks[2].value
        }
        #expect(
            seen == """
                [0.0] turn 1
                [0.0] turn 2
                [0.0] done: ["none", "one"] pending: ["three"]
                [0.0] turn 3
                """
        )
    }

    @Test(.promise(256)) func timeoutThatIsNotNeededIsDropped() throws {
        let loop = EventLoop(clock: .virtual, trace: .none)
        defer { loop.close() }
        #expect(throws: Deadlock.self) {
            try loop.run {
                _ = try await wait(for: [createTask { try await sleep(for: .seconds(1)) }], timeout: .seconds(100))
                // Were its timer still set, time would go on to it.
                try await Future<Void>().value
            }
        }
        #expect(loop.time == .seconds(1))
    }

    @Test(.promise(257)) func whatIsDoneAtTheInstantOfTheTimeoutIsInDone() throws {
        let seen = try transcript { log in
            func show(_ parts: (done: [LoopTask<Void>], pending: [LoopTask<Void>])) {
                log("done:", parts.done.map(\.name), "pending:", parts.pending.map(\.name))
            }
            let sleepsFirst = createTask(name: "sleeps first") { try await sleep(for: .seconds(1)) }
            try await sleep(for: .zero)
            show(try await wait(for: [sleepsFirst], timeout: .seconds(1)))
            // Its sleep begins after the limit was set, so its turn comes after the waiter's: not done by then.
            let sleepsSecond = createTask(name: "sleeps second") { try await sleep(for: .seconds(1)) }
            show(try await wait(for: [sleepsSecond], timeout: .seconds(1)))
            log("done now:", sleepsSecond.done)
            try await sleep(for: .zero)
            log("a turn later:", sleepsSecond.done)
        }
        #expect(
            seen == """
                [1.0] done: ["sleeps first"] pending: []
                [2.0] done: [] pending: ["sleeps second"]
                [2.0] done now: false
                [2.0] a turn later: true
                """
        )
    }

    @Test(.promise(258)) func taskGivenTwiceCountsOnce() throws {
        let seen = try transcript { log in
            let tasks = [("a", 2), ("b", 1)].map { name, delay in
                createTask(name: name) { try await sleep(for: .seconds(delay)) }
            }
            let (done, _) = try await wait(for: tasks + tasks.reversed() + [tasks[0]])
            log("done:", done.map(\.name))
            let (first, pending) = try await wait(for: [tasks[1], tasks[1]], until: .firstCompleted)
            log("done:", first.map(\.name), "pending:", pending.map(\.name))
        }
        #expect(
            seen == """
                [2.0] done: ["a", "b"]
                [2.0] done: ["b"] pending: []
                """
        )
    }

    @Test(.promise(259)) func nothingToWaitForIsAnError() throws {
        let seen = try transcript { log in
            do {
                _ = try await wait(for: [LoopTask<Void>](), until: .firstCompleted, timeout: .seconds(1))
            } catch let error as InvalidArgumentError { log(error) }
        }
        #expect(seen == "[0.0] wait(for:) was given nothing to wait for; give it at least one task")
    }

    @Test(.promise(262)) func anySequenceOfTasksOrFuturesWillDo() throws {
        let seen = try transcript { log in
            func work(_ delay: Int) -> LoopTask<Int> {
                createTask(name: "\(delay)") { try await sleep(for: .seconds(delay), returning: delay) }
            }
            let generated = sequence(first: 1) { $0 < 3 ? $0 + 1 : nil }.lazy.map(work)
            log("generated:", try await wait(for: generated).done.map(\.name))
            log("set:", try await wait(for: Set([work(1), work(2)])).done.count)
            let futures = [Future<Int>(), Future<Int>()]
            EventLoop.running?.callLater(.seconds(1)) { try futures[1].setResult(7) }
            let (done, pending) = try await wait(for: futures, until: .firstCompleted)
            log("futures:", try done.map { try $0.result() }, pending == [futures[0]])
        }
        #expect(
            seen == """
                [3.0] generated: ["1", "2", "3"]
                [5.0] set: 2
                [6.0] futures: [7] true
                """
        )
    }
}
