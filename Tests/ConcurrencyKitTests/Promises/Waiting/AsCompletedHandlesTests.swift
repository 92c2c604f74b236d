import ConcurrencyKit
import Testing

/// Topic 11 of behaviours.md: the plain form of `asCompleted`, whose handles are all alike.
@Suite struct AsCompletedHandlesTests {
    private func work(_ name: String, _ seconds: Double) -> LoopTask<String> {
        createTask(name: name) { try await sleep(for: .seconds(seconds), returning: name) }
    }

    @Test(.promise(267)) func handleThatIsAwaitedFirstGetsTheFirstResult() throws {
        let seen = try transcript { log in
            let handles = asCompleted([work("second", 2), work("first", 1)]).handles
            log("handles:", handles.count)
            log("1:", try await handles[1].value)
            log("0:", try await handles[0].value)
        }
        #expect(
            seen == """
                [0.0] handles: 2
                [1.0] 1: first
                [2.0] 0: second
                """
        )
    }

    @Test(.promise(268)) func handlesMayBeAwaitedAtTheSameTime() throws {
        let seen = try transcript { log in
            let handles = asCompleted([work("c", 3), work("a", 1), work("b", 2)]).handles
            let tasks = handles.enumerated().reversed().map { index, handle in
                createTask { log("handle", index, "got", try await handle.value) }
            }
            _ = try await wait(for: tasks)
        }
        #expect(
            seen == """
                [1.0] handle 2 got a
                [2.0] handle 1 got b
                [3.0] handle 0 got c
                """
        )
    }

    @Test(.promise(268)) func handlesWakeTogetherIfTheirResultsComeTogether() throws {
        let seen = try transcript { log in
            let futures = (0..<3).map { _ in Future<String>() }
            let tasks = asCompleted(futures).handles.enumerated().map { index, handle in
                createTask { log("handle", index, "got", try await handle.value) }
            }
            try await sleep(for: .zero)
            for (index, value) in [(2, "two"), (0, "zero"), (1, "one")] { try futures[index].setResult(value) }
            createTask { try await countTurns(2, in: log) }
            _ = try await wait(for: tasks)
        }
        #expect(
            seen == """
                [0.0] turn 1
                [0.0] handle 0 got two
                [0.0] handle 1 got zero
                [0.0] handle 2 got one
                [0.0] turn 2
                """
        )
    }

    @Test(.promise(271, 272)) func handleThrowsTheErrorOfItsPlace() throws {
        let seen = try transcript { log in
            let gone = work("gone", 9)
            EventLoop.running?.callLater(.seconds(2)) { gone.cancel() }
            let bad = createTask { () -> String in
                try await sleep(for: .seconds(1))
                throw Failure("broken")
            }
            for handle in asCompleted([work("ok", 3), gone, bad]).handles {
                do { log("got", try await handle.value) } catch { log("throws", error) }
            }
        }
        #expect(
            seen == """
                [1.0] throws broken
                [2.0] throws CancelledError
                [3.0] got ok
                """
        )
    }

    @Test(.promise(268)) func resultThatACancelledHandleDoesNotTakeGoesToTheNext() throws {
        let seen = try transcript { log in
            let futures = [Future<String>(), Future<String>()]
            let tasks = asCompleted(futures).handles.enumerated().map { index, handle in
                createTask { log("handle", index, "got", try await handle.value) }
            }
            try await sleep(for: .zero)
            try futures[0].setResult("zero")
            // Handle 0 has been woken, and is cancelled before its turn.
            try await sleep(for: .zero)
            log("cancel:", tasks[0].cancel())
            try await sleep(for: .seconds(1))
            log("done:", tasks.map(\.done), "cancelled:", tasks.map(\.cancelled))
        }
        #expect(
            seen == """
                [0.0] cancel: true
                [0.0] handle 1 got zero
                [1.0] done: [true, true] cancelled: [true, false]
                """
        )
    }

    @Test(.promise(270)) func consumerThatIsCancelledLeavesTheRestToTheNext() throws {
        let seen = try transcript { log in
            let completed = asCompleted([work("a", 1), work("b", 2), work("c", 3)])
            func consume(_ name: String) async throws {
                do {
                    for try await task in completed { log(name, "got", task.name) }
                    log(name, "ends")
                } catch {
                    log(name, error)
                    throw error
                }
            }
            let first = createTask { try await consume("first") }
            try await sleep(for: .seconds(1.5))
            first.cancel()
            try await consume("second")
        }
        // As in CPython, the step that was cancelled counts: one fewer is left for the second.
        #expect(
            seen == """
                [1.0] first got a
                [1.5] first CancelledError
                [2.0] second got b
                [2.0] second ends
                """
        )
    }

    @Test(.promise(277)) func handlesThatAreLeftAreNotReported() throws {
        let seen = try transcript { log in
            let tasks = [work("slow", 2), work("quick", 1)]
            for handle in asCompleted(tasks).handles {
                log("first:", try await handle.value)
                break
            }
            log("the other:", try await tasks[0].value)
        }
        #expect(
            seen == """
                [1.0] first: quick
                [2.0] the other: slow
                """
        )
    }

    @Test(.promise(270)) func loopOverHandlesCanBeLeftAndResumed() throws {
        let seen = try transcript { log in
            let completed = asCompleted((1...5).map { work("\($0)", Double($0)) })
            for handle in completed.handles {
                log("first loop:", try await handle.value)
                break
            }
            for handle in completed.handles {
                let value = try await handle.value
                log("second loop:", value)
                if value == "3" { break }
            }
            for try await task in completed {
                log("the sequence:", task.name)
                break
            }
            for handle in completed.handles { log("last loop:", try await handle.value) }
            log("left:", completed.handles.count)
        }
        #expect(
            seen == """
                [1.0] first loop: 1
                [2.0] second loop: 2
                [3.0] second loop: 3
                [4.0] the sequence: 4
                [5.0] last loop: 5
                [5.0] left: 0
                """
        )
    }
}
