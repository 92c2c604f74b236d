import ConcurrencyKit
import Testing

/// A trace is what the tutor draws its timelines from: who did what, when, in which order.
@Suite struct TraceTests {
    /// The trace of `main` as lines that a person can read; its own code is "demo.swift".
    static func trace(_ main: @escaping @Loop () async throws -> Void) throws -> [TraceEvent] {
        var events: [TraceEvent] = []
        let loop = EventLoop(clock: .virtual, trace: .handler { events.append($0) })
        let outcome = Result { try loop.run(file: "demo.swift", line: 1, main) }
        loop.close()
        try outcome.get()
        return events
    }

    private static func line(_ event: TraceEvent) -> String {
        let place = event.location.map { " @\($0.line)" } ?? ""
        // Swift prints nested enums with their full names.
        let kind = "\(event.kind)".split(separator: "ConcurrencyKit.TraceEvent.").joined()
        return "\(event.time / 1_000_000) ms, task \(event.task): \(kind)\(place)"
    }

    @Test func traceOfAGather() throws {
        let events = try Self.trace {
            _ = try await gather(
                { try await sleep(for: .seconds(2), returning: "a", file: "demo.swift", line: 3) },
                { try await sleep(for: .seconds(1), returning: "b", file: "demo.swift", line: 4) },
                file: "demo.swift",
                line: 2
            )
        }
        #expect(
            events.map(Self.line).joined(separator: "\n") == """
                0 ms, task 1: created(name: "Task-1", parent: nil, scope: nil) @1
                0 ms, task 1: ready
                0 ms, task 1: started
                0 ms, task 2: created(name: "Task-2", parent: Optional(1), scope: Optional(1)) @2
                0 ms, task 2: ready
                0 ms, task 3: created(name: "Task-3", parent: Optional(1), scope: Optional(1)) @2
                0 ms, task 3: ready
                0 ms, task 1: scopeOpened(id: 1, scope: Scope.gather, members: [2, 3], deadline: nil) @2
                0 ms, task 1: suspended(on: Wait.scope(1)) @2
                0 ms, task 2: started
                0 ms, task 2: suspended(on: Wait.sleep(until: 2000000000)) @3
                0 ms, task 3: started
                0 ms, task 3: suspended(on: Wait.sleep(until: 1000000000)) @4
                1000 ms, task 3: ready
                1000 ms, task 3: resumed
                1000 ms, task 3: finished(Outcome.value("b"))
                2000 ms, task 2: ready
                2000 ms, task 2: resumed
                2000 ms, task 2: finished(Outcome.value("a"))
                2000 ms, task 0: scopeClosed(id: 1)
                2000 ms, task 1: ready
                2000 ms, task 1: resumed
                2000 ms, task 1: finished(Outcome.value(""))
                """
        )
    }

    @Test func traceOfACancellation() throws {
        let events = try Self.trace {
            let task = createTask(name: "stubborn", file: "demo.swift", line: 2) {
                try? await sleep(for: .seconds(100), file: "demo.swift", line: 3)
                return 7
            }
            try await sleep(for: .seconds(1), file: "demo.swift", line: 4)
            task.cancel("stop")
            _ = try await task.value
        }
        #expect(
            events.filter { $0.task == 2 }.map(Self.line).joined(separator: "\n") == """
                0 ms, task 2: created(name: "stubborn", parent: Optional(1), scope: nil) @2
                0 ms, task 2: ready
                0 ms, task 2: started
                0 ms, task 2: suspended(on: Wait.sleep(until: 100000000000)) @3
                1000 ms, task 2: cancelRequested(by: Optional(1), message: Optional("stop"))
                1000 ms, task 2: ready
                1000 ms, task 2: resumed
                1000 ms, task 2: finished(Outcome.value("7"))
                1000 ms, task 2: note(Note.cancellationSwallowed, "stubborn was cancelled and went on")
                """
        )
    }

    @Test func eventsAreNumberedWithoutGapsAndTimeNeverGoesBack() throws {
        let events = try Self.trace {
            let tasks = (0..<20).map { number in
                createTask { try await sleep(for: .milliseconds(number * 7 % 5)) }
            }
            tasks[3].cancel()
            _ = try await gatherResults(tasks)
        }
        #expect(events.map(\.seq) == Array(1...events.count))
        for (before, after) in zip(events, events.dropFirst()) {
            #expect(before.time <= after.time)
            #expect(before.realTime <= after.realTime)
        }
    }

    /// created, ready, started, then suspended, ready, resumed any number of times, then finished.
    @Test func everyTaskGoesThroughItsStatesInOrder() throws {
        let events = try Self.trace {
            let future = Future<Void>()
            let tasks = (0..<8).map { number in
                createTask {
                    try await sleep(for: number.isMultiple(of: 2) ? .zero : .seconds(number))
                    try await future.value
                    if number == 5 { throw Failure("five") }
                }
            }
            try await sleep(for: .seconds(4))
            tasks[2].cancel()
            tasks[7].cancel()
            try await sleep(for: .seconds(4))
            try? future.setResult()
            _ = try await gatherResults(tasks)
        }
        let legal: [String: Set<String>] = [
            "": ["created"], "created": ["ready"], "ready": ["started", "resumed"],
            "started": ["suspended", "finished"], "resumed": ["suspended", "finished"], "suspended": ["ready"],
        ]
        var states: [Int: String] = [:]
        for event in events {
            let state: String
            switch event.kind {
            case .created: state = "created"
            case .ready: state = "ready"
            case .started: state = "started"
            case .suspended: state = "suspended"
            case .resumed: state = "resumed"
            case .finished: state = "finished"
            default: continue
            }
            let before = states[event.task] ?? ""
            #expect(legal[before]?.contains(state) == true, "task \(event.task) went from '\(before)' to '\(state)'")
            states[event.task] = state
        }
        #expect(states.count == 9)
        #expect(states.values.allSatisfy { $0 == "finished" })
    }

    @Test func traceOfADeadlockTellsOfIt() throws {
        var notes: [String] = []
        let loop = EventLoop(
            clock: .virtual,
            trace: .handler { if case .note(.deadlock, let text) = $0.kind { notes.append(text) } }
        )
        #expect(throws: Deadlock.self) {
            try loop.run(file: "demo.swift", line: 1) { try await Future<Void>().value }
        }
        loop.close()
        #expect(notes == ["task 'Task-1' waits for future 1 (demo.swift:1)"])
    }

    @Test(arguments: [false, true]) func traceOfAShield(isCancelled: Bool) throws {
        let events = try Self.trace {
            let task = createTask(file: "demo.swift", line: 2) {
                try await sleep(for: .seconds(2), file: "demo.swift", line: 3)
            }
            let shielded = shield(task, file: "demo.swift", line: 4)
            if isCancelled { EventLoop.running?.callLater(.seconds(1)) { shielded.cancel() } }
            try? await shielded.value
            try await task.value
        }
        let scopes = events.filter { event in
            switch event.kind {
            case .scopeOpened, .scopeClosed: true
            default: false
            }
        }
        #expect(
            scopes.map(Self.line) == [
                "0 ms, task 1: scopeOpened(id: 1, scope: Scope.shield, members: [2], deadline: nil) @4",
                "\(isCancelled ? 1000 : 2000) ms, task 0: scopeClosed(id: 1)",
            ]
        )
    }
}
