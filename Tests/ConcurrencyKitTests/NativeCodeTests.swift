import ConcurrencyKit
import Testing

/// Swift's own concurrency inside of a loop, in virtual time: what the kit does not know must not break it.
@Suite(.needsPool) struct NativeCodeTests {
    // A bare `Task` inherits the isolation of its closure but no executor: a `@concurrent` function would take it off
    // the loop.
    nonisolated(nonsending) private static func nap(_ seconds: Int, _ log: Transcript) async throws -> Int {
        try await sleep(for: .seconds(seconds))
        log("nap of", seconds)
        return seconds
    }

    @Test func asyncLetOverlaps() throws {
        let seen = try transcript { log in
            async let two = Self.nap(2, log)
            async let one = Self.nap(1, log)
            log("both:", try await two, try await one)
            log("task:", LoopTask.current?.name ?? "none")
        }
        #expect(
            seen == """
                [1.0] nap of 1
                [2.0] nap of 2
                [2.0] both: 2 1
                [2.0] task: Task-1
                """
        )
    }

    @Test func nativeTaskGroupRunsOnTheLoop() throws {
        let seen = try transcript { log in
            let sum = try await withThrowingTaskGroup(of: Int.self) { group in
                for seconds in [3, 1, 2] { group.addTask { try await Self.nap(seconds, log) } }
                var sum = 0
                for try await seconds in group { sum += seconds }
                return sum
            }
            log("sum:", sum, LoopTask.current?.name ?? "none")
        }
        #expect(
            seen == """
                [1.0] nap of 1
                [2.0] nap of 2
                [3.0] nap of 3
                [3.0] sum: 6 Task-1
                """
        )
    }

    private actor Account {
        private(set) var balance = 0

        func deposit(_ amount: Int) -> Int {
            balance += amount
            return balance
        }
    }

    @Test func actorsRunAsAlways() throws {
        let seen = try transcript { log in
            let account = Account()
            let tasks = [1, 2, 3].map { amount in createTask { await account.deposit(amount) } }
            let balances = try await gather(tasks)
            log("last:", balances.max() ?? 0, "now:", await account.balance)
            log("task:", LoopTask.current?.name ?? "none")
        }
        #expect(
            seen == """
                [0.0] last: 6 now: 6
                [0.0] task: Task-1
                """
        )
    }

    /// Rule 5 of the two cancellations.
    @Test(.promise(64)) func taskInABareTaskSleepIsCancelledNatively() throws {
        let seen = try transcript { log in
            let task = createTask {
                do { try await Task.sleep(for: .seconds(1000)) } catch {
                    log("inside:", type(of: error))
                    throw error
                }
            }
            try await sleep(for: .seconds(1))
            log("cancel:", task.cancel("stop"))
            do { try await task.value } catch { log("outside:", error, task.cancelled) }
        }
        #expect(
            seen == """
                [1.0] cancel: true
                [1.0] inside: CancellationError
                [1.0] outside: CancelledError: stop true
                """
        )
    }

    @Test func nativeCancelSticksInForeignCodeOnly() throws {
        let seen = try transcript { log in
            let task = createTask {
                try? await Task.sleep(for: .seconds(1000))
                log("swallowed; native flag:", Task.isCancelled)
                try await sleep(for: .seconds(1))
                return "the kit's own sleep is not interrupted"
            }
            try await sleep(for: .seconds(1))
            task.cancel()
            log(try await task.value, task.cancelling)
            // The carrier with the sticky flag carries nobody else.
            log("next task's flag:", try await createTask { Task.isCancelled }.value)
        }
        #expect(
            seen == """
                [1.0] swallowed; native flag: true
                [2.0] the kit's own sleep is not interrupted 1
                [2.0] next task's flag: false
                """
        )
    }

    @Test func cancelReachesTheChildrenOfAsyncLet() throws {
        let seen = try transcript { log in
            let task = createTask {
                async let child: Void = {
                    do { try await sleep(for: .seconds(100)) } catch {
                        log("child:", error)
                        throw error
                    }
                }()
                try await child
            }
            try await sleep(for: .seconds(1))
            task.cancel()
            do { try await task.value } catch { log("task:", error, task.cancelled) }
        }
        #expect(
            seen == """
                [1.0] child: CancelledError
                [1.0] task: CancelledError true
                """
        )
    }

    @Test func traceSaysWhoLeftTheLoop() throws {
        let events = try TraceTests.trace {
            let task = createTask { try await Task.sleep(for: .seconds(1000)) }
            try await sleep(for: .seconds(1))
            task.cancel()
            try? await task.value
        }
        let states = events.filter { $0.task == 2 }.map { "\($0.time / 1_000_000_000) s \($0.kind)" }
        #expect(states.contains("0 s suspended(on: ConcurrencyKit.TraceEvent.Wait.native)"))
        #expect(states.last == "1 s finished(ConcurrencyKit.TraceEvent.Outcome.cancelled(message: nil))")
    }

    @Test func bareTaskOnTheLoopSharesItsTime() throws {
        let seen = try transcript { log in
            let task = Task { try await Self.nap(1, log) }
            log("value:", try await task.value)
            await Task.yield()
            log("task:", LoopTask.current?.name ?? "none")
        }
        #expect(
            seen == """
                [1.0] nap of 1
                [1.0] value: 1
                [1.0] task: Task-1
                """
        )
    }

    private static func notes(_ main: @escaping @Loop () async throws -> Void) throws -> [String] {
        try TraceTests.trace(main).compactMap { event in
            guard case .note(.leftTheLoop, let text) = event.kind else { return nil }
            return "task \(event.task) after line \(event.location?.line ?? 0): \(text)"
        }
    }

    // The sleeps are cancelled and not slept out: that would need a thread of Swift's pool, which tests like this one block.
    @Test func traceTellsOncePerPlaceOfATaskThatLeavesTheLoop() throws {
        let notes = try Self.notes {
            var tasks = (1...3).map { number in
                createTask(name: "napper-\(number)", file: "demo.swift", line: 2) {
                    try await Task.sleep(for: .seconds(1000))
                }
            }
            tasks += (4...5).map { number in
                createTask(name: "napper-\(number)", file: "demo.swift", line: 2) {
                    try await sleep(for: .seconds(1), file: "demo.swift", line: 3)
                    try await Task.sleep(for: .seconds(1000))
                }
            }
            try await sleep(for: .seconds(2))
            for task in tasks { task.cancel() }
            _ = try await gatherResults(tasks)
        }
        let advice =
            "such as a bare Task.sleep or the value of a Task { }: write sleep(for:), createTask { } or native { }"
        #expect(
            notes == [
                "task 2 after line 2: task 'napper-1' awaits something that the kit does not know, \(advice)",
                "task 5 after line 3: task 'napper-4' awaits something that the kit does not know, \(advice)",
            ]
        )
    }

    @Test func traceTellsOfABareTaskThatTheLoopWillRun() throws {
        let notes = try Self.notes {
            let task = Task { 7 }
            try await sleep(for: .seconds(1))
            _ = task
        }
        #expect(
            notes == [
                """
                task 1 after line 1: task 'Task-1' starts or wakes Swift code that is no task of the kit, such as a bare Task { } \
                or an async let, whose turns are not traced: write createTask { } or gather
                """
            ]
        )
    }

    @Test func traceIsSilentOnTasksThatStayOnTheLoop() throws {
        let notes = try Self.notes {
            let future = Future<Int>()
            let task = createTask { try await gather(future, createTask { 1 }) }
            createTask(start: .eager) { try future.setResult(2) }
            _ = try await shield(task).value
            _ = try await toThread { 8 }
        }
        #expect(notes == [])
    }
}

/// What leaves the kit is told by the trace.
@Suite(.needsPool) struct LeavingTheKitTests {
    private final class Notes {
        var all: [(task: Int, note: TraceEvent.Note, text: String)] = []
    }

    private func notes(_ main: @escaping @Loop () async throws -> Void) throws -> Notes {
        let notes = Notes()
        let loop = EventLoop(
            clock: .virtual,
            trace: .handler { event in
                if case .note(let note, let text) = event.kind { notes.all.append((event.task, note, text)) }
            }
        )
        defer { loop.close() }
        try loop.run(main)
        return notes
    }

    @Test func bareTaskSleepIsReportedOncePerTask() throws {
        let notes = try notes {
            try await Task.sleep(for: .microseconds(1))
            try await Task.sleep(for: .microseconds(1))
            try await createTask { try await Task.sleep(for: .microseconds(1)) }.value
        }
        #expect(notes.all.map(\.task) == [1, 2])
        #expect(notes.all.allSatisfy { $0.note == .leftTheLoop && $0.text.contains("Task.sleep") })
    }

    @Test func bareTaskIsReported() throws {
        let notes = try notes {
            Task { try? await ConcurrencyKit.sleep(for: .zero) }
            try await ConcurrencyKit.sleep(for: .seconds(1))
        }
        #expect(notes.all.map(\.note) == [.leftTheLoop])
        #expect(notes.all.first?.task == 1)
        #expect(notes.all.first?.text.contains("createTask") == true)
    }

    @Test func theKitsOwnWordsAreNotReported() throws {
        let notes = try notes {
            let task = createTask { try await ConcurrencyKit.sleep(for: .seconds(1)) }
            _ = try await gather(task, createTask(start: .eager) { try await ConcurrencyKit.sleep(for: .zero) })
            try await withLoopTaskGroup { group in
                for _ in 0..<3 { try group.createTask { try await ConcurrencyKit.sleep(for: .zero) } }
            }
            _ = try await toThread { 1 }
            _ = try await native { 2 }
        }
        #expect(notes.all.isEmpty)
    }
}
