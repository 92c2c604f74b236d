import ConcurrencyKit
import Testing

/// Topic 15 of behaviours.md: where a task stands.
@Suite struct TaskStackTests {
    private struct Other: Error {}

    private static func inner() -> Coroutine<Void> {
        Coroutine {
            try await sleep(for: .seconds(1))
            throw Failure("deep")
        }
    }

    private static func outer(fails: Bool) -> Coroutine<Void> {
        Coroutine {
            if fails { try await inner().value } else { try await sleep(for: .seconds(1)) }
        }
    }

    private static func functions(_ task: LoopTask<Void>, limit: Int? = nil) -> [String] {
        task.stack(limit: limit).map { $0.function ?? "?" }
    }

    /// The transcript of CPython for the same coroutine functions.
    @Test(.promise(325, 326, 327, 328)) func stackOfATaskMadeOfACoroutineIsAsyncios() throws {
        let seen = try transcript { log in
            let good = createTask(Self.outer(fails: false))
            let bad = createTask(Self.outer(fails: true))
            let gone = createTask(Self.outer(fails: false))
            let tasks = [good, bad, gone]
            log("unstarted:", tasks.map { Self.functions($0) })
            try await sleep(for: .zero)
            log("suspended:", tasks.map { Self.functions($0) }, "limit 0:", Self.functions(bad, limit: 0))
            gone.cancel()
            _ = try await wait(for: tasks)
            log("over:", tasks.map { Self.functions($0) })
            log("limits:", [0, 1, 2, 3].map { Self.functions(bad, limit: $0) })
            _ = try bad.exception()
        }
        #expect(
            seen == """
                [0.0] unstarted: [["outer(fails:)"], ["outer(fails:)"], ["outer(fails:)"]]
                [0.0] suspended: [["outer(fails:)"], ["outer(fails:)"], ["outer(fails:)"]] limit 0: []
                [1.0] over: [[], ["outer(fails:)", "inner()"], []]
                [1.0] limits: [[], ["outer(fails:)"], ["outer(fails:)", "inner()"], ["outer(fails:)", "inner()"]]
                """
        )
    }

    @Test(.promise(325)) func coroutinesOfAGatherAndOfAGroupHaveTheirFramesToo() throws {
        let seen = try transcript { log in
            let main = LoopTask.current
            func others() -> [[String]] {
                (main?.loop.allTasks ?? []).filter { $0 != main }.map { $0.stack().map { $0.function ?? "?" } }
            }
            EventLoop.running?.callSoon { log("gather:", others()) }
            try await gather(Self.outer(fails: false))
            try await withLoopTaskGroup { group in
                try group.createTask(Self.outer(fails: false))
                log("group:", others())
            }
        }
        #expect(
            seen == """
                [0.0] gather: [["outer(fails:)"]]
                [1.0] group: [["outer(fails:)"]]
                """
        )
    }

    @Test(.promise(325, 327)) func taskMadeOfAClosureStandsWhereItWasCreatedOrLastSuspended() throws {
        func nap() async throws {
            try await sleep(for: .seconds(1))
            throw Failure("after the nap")
        }
        let seen = try transcript { log in
            let line = #line + 1
            let task = createTask { try await nap() }
            log(task.stack() == [SourceLocation(file: #fileID, line: line, function: #function)])
            try await sleep(for: .zero)
            log(Self.functions(task))
            _ = try await wait(for: [task])
            log(Self.functions(task), try task.exception() as Any)
        }
        #expect(
            seen == """
                [0.0] true
                [0.0] ["nap()"]
                [1.0] ["nap()"] Optional(after the nap)
                """
        )
    }

    @Test(.promise(327)) func errorThatWasHandledLeavesNoFrames() throws {
        func recovering() -> Coroutine<Void> {
            Coroutine {
                do { try await Self.inner().value } catch is Failure {}
                try await sleep(for: .seconds(1))
                throw Other()
            }
        }
        let seen = try transcript { log in
            let task = createTask(recovering())
            _ = try await wait(for: [task])
            log(Self.functions(task), try task.exception() is Other)
        }
        #expect(seen == "[2.0] [\"recovering()\"] true")
    }

    @Test(.promise(329)) func descriptionSaysWhatItShows() throws {
        try run(clock: .virtual) {
            let good = createTask(name: "good", Self.outer(fails: false))
            let bad = createTask(name: "bad", Self.outer(fails: true))
            #expect(good.stackDescription(limit: 0) == "No stack for \(good)")
            #expect(good.stackDescription().hasPrefix("Stack for \(good) (most recent call last):\n"))
            #expect(good.stackDescription().hasSuffix(", in outer(fails:)"))
            _ = try await wait(for: [good, bad])
            #expect(good.stackDescription() == "No stack for \(good)")
            let lines = bad.stackDescription().split(separator: "\n")
            #expect(lines.first == "Traceback for \(bad) (most recent call last):")
            #expect(lines.dropFirst().map { $0.split(separator: " ").last } == ["outer(fails:)", "inner()", "deep"])
        }
    }
}
