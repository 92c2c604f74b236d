import ConcurrencyKit
import Testing

/// Topic 11 of behaviours.md: `asCompleted(_:timeout:)`.
@Suite struct AsCompletedTimeoutTests {
    private func work(_ name: String, _ seconds: Double) -> LoopTask<String> {
        createTask(name: name) { try await sleep(for: .seconds(seconds), returning: name) }
    }

    @Test(.promise(273)) func eachHandleThatIsLeftThrowsTimeoutErrorAndNothingIsCancelled() throws {
        let seen = try transcript { log in
            let tasks = [work("c", 3), work("a", 1), work("b", 9)]
            for (index, handle) in asCompleted(tasks, timeout: .seconds(2)).handles.enumerated() {
                do { log(index, "got", try await handle.value) } catch { log(index, "throws", error) }
            }
            log("done:", tasks.map(\.done), "asked to end:", tasks.map(\.cancelling))
            log("c:", try await tasks[0].value)
        }
        #expect(
            seen == """
                [1.0] 0 got a
                [2.0] 1 throws TimeoutError
                [2.0] 2 throws TimeoutError
                [2.0] done: [false, true, false] asked to end: [0, 0, 0]
                [3.0] c: c
                """
        )
    }

    @Test(.promise(273)) func iterationThrowsTimeoutErrorForEachThatIsLeftAndThenEnds() throws {
        let seen = try transcript { log in
            let completed = asCompleted([work("c", 8), work("a", 1), work("b", 9)], timeout: .seconds(2))
            do {
                for try await task in completed { log("got", task.name) }
            } catch let error as TimeoutError { log("throws", error) }
            do {
                log("got", try await completed.next()?.name ?? "nothing")
            } catch let error as TimeoutError { log("throws", error) }
            log("got", try await completed.next()?.name ?? "nothing")
        }
        #expect(
            seen == """
                [1.0] got a
                [2.0] throws TimeoutError
                [2.0] throws TimeoutError
                [2.0] got nothing
                """
        )
    }

    @Test(.promise(273)) func limitIsForAllOfItAndRunsWhileNobodyAsks() throws {
        let seen = try transcript { log in
            let completed = asCompleted([work("a", 1), work("b", 3)], timeout: .seconds(2))
            try await sleep(for: .seconds(5))
            do {
                for try await task in completed { log("got", task.name) }
            } catch let error as TimeoutError { log("throws", error) }
        }
        #expect(
            seen == """
                [5.0] got a
                [5.0] throws TimeoutError
                """
        )
    }

    @Test(.promise(273), arguments: [Duration.zero, .seconds(-1)])
    func limitThatIsOverGivesOnlyWhatIsDone(timeout: Duration) throws {
        let seen = try transcript { log in
            func collect(_ tasks: [LoopTask<String>]) async throws {
                do {
                    for try await task in asCompleted(tasks, timeout: timeout) { log("got", task.name) }
                    log("that was all")
                } catch let error as TimeoutError { log("throws", error) }
            }
            let tasks = [work("now", 0), work("later", 1)]
            try await collect(tasks)
            try await collect([tasks[0]])
            _ = try await wait(for: tasks)
            try await collect(tasks)
        }
        #expect(
            seen == """
                [0.0] throws TimeoutError
                [0.0] got now
                [0.0] that was all
                [1.0] got now
                [1.0] got later
                [1.0] that was all
                """
        )
    }

    @Test(.promise(275)) func limitThatIsNotNeededIsDropped() throws {
        let loop = EventLoop(clock: .virtual, trace: .none)
        defer { loop.close() }
        #expect(throws: Deadlock.self) {
            try loop.run {
                for try await _ in asCompleted([work("a", 1)], timeout: .seconds(100)) {}
                // Were its timer still set, time would go on to it.
                try await Future<Void>().value
            }
        }
        #expect(loop.time == .seconds(1))
    }

    @Test(.promise(275, 277)) func limitOfAnIterationThatIsLeftIsDropped() throws {
        let loop = EventLoop(clock: .virtual, trace: .none)
        defer { loop.close() }
        #expect(throws: Deadlock.self) {
            try loop.run {
                for try await _ in asCompleted([work("a", 1), work("b", 2)], timeout: .seconds(100)) { break }
                try await Future<Void>().value
            }
        }
        #expect(loop.time == .seconds(2))
    }
}
