import ConcurrencyKit
import Testing

/// A program whose trace the exporters are shown. Its lines are numbered by hand, so that the texts do not change when this
/// file does.
struct ExportedProgram: Sendable, CustomTestStringConvertible {
    let name: String
    let main: @Sendable @Loop () async throws -> Void

    var testDescription: String { name }

    /// Every event of a run on a virtual clock, and of the closing of its loop. What the program throws is in the trace.
    func trace(order: LoopOrder = .fifo) -> [TraceEvent] {
        var events: [TraceEvent] = []
        let loop = EventLoop(clock: .virtual, order: order, trace: .handler { events.append($0) })
        _ = Result { try loop.run(file: "demo.swift", line: 1, main) }
        loop.close()
        return events
    }

    static let all = [gatherFailure, timeout, group, cancel, shield, threads, renamed, deadlock, leftovers, everything]

    /// A gather goes on with the others when one fails.
    static let gatherFailure = ExportedProgram(name: "gather, one fails") {
        _ = try await gather(
            { try await nap(2, returning: "a", line: 3) },
            {
                try await nap(1, returning: "b", line: 4)
                throw Failure("no b")
            },
            file: "demo.swift",
            line: 2
        )
    }

    static let timeout = ExportedProgram(name: "timeout") {
        try await ConcurrencyKit.timeout(after: .milliseconds(250), file: "demo.swift", line: 2) {
            try await nap(60, returning: "late", line: 3)
        }
    }

    static let group = ExportedProgram(name: "group, one fails") {
        try await withLoopTaskGroup(file: "demo.swift", line: 2) { group in
            try group.createTask(name: "slow", file: "demo.swift", line: 3) { try await nap(9, returning: 1, line: 4) }
            try group.createTask(name: "bad", file: "demo.swift", line: 5) { throw Failure("bad luck") }
        }
    }

    static let cancel = ExportedProgram(name: "cancel") {
        let task = createTask(name: "nap", file: "demo.swift", line: 2) { try await nap(100, returning: 7, line: 3) }
        try await nap(1, line: 4)
        task.cancel("enough")
        _ = try? await task.value
    }

    static let shield = ExportedProgram(name: "shield") {
        let saving = createTask(name: "saving", file: "demo.swift", line: 2) {
            try await nap(3, returning: "saved", line: 3)
        }
        let waiter = createTask(name: "waiter", file: "demo.swift", line: 4) {
            try await ConcurrencyKit.shield(saving).value
        }
        try await nap(1, line: 5)
        waiter.cancel()
        _ = try await saving.value
    }

    static let threads = ExportedProgram(name: "threads") {
        _ = try await toThread(file: "demo.swift", line: 2) { 6 * 7 }
    }

    static let renamed = ExportedProgram(name: "names") {
        let names = ["twin", "twin", "", "new\nline", "right\u{202E}to left", "end", "#1; A->>B: x %% \"y\"", "家 👩‍👩‍👧"]
        for name in names { createTask(name: name, file: "demo.swift", line: 2) {} }
        let clerk = createTask(name: "clerk", file: "demo.swift", line: 3) {}
        clerk.name = "chief"
        try await nap(1, line: 4)
    }

    static let deadlock = ExportedProgram(name: "deadlock") { try await Future<Void>().value }

    /// The loop cancels what is left, and reports an error that nobody read.
    static let leftovers = ExportedProgram(name: "leftovers") {
        createTask(name: "lost", file: "demo.swift", line: 2) { throw Failure("unread") }
        createTask(name: "left", file: "demo.swift", line: 3) { try await nap(100, line: 4) }
        try await nap(1, line: 5)
    }

    /// A scope that closes while its owner sleeps, one inside another, and tasks that go on after a cancellation.
    static let everything = ExportedProgram(name: "scopes that overlap") {
        let early = gatherFuture(
            { try await nap(1, returning: 1, line: 2) },
            { try await nap(2, returning: 2, line: 3) }
        )
        let stubborn = createTask(name: "stubborn") { try? await nap(8, line: 4) }
        try await ConcurrencyKit.timeout(after: .seconds(5)) {
            try await nap(3, line: 5)
            _ = try await wait(for: [stubborn], timeout: .seconds(1))
            stubborn.cancel()
            try await sleep(for: .zero)
        }
        _ = try await early.value
    }

    @discardableResult @Loop
    private static func nap<Value>(_ seconds: Double, returning value: Value = (), line: Int) async throws -> Value {
        try await sleep(for: .seconds(seconds), returning: value, file: "demo.swift", line: line)
    }
}
