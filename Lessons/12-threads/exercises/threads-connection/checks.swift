import ConcurrencyKit
import LessonChecks
import Synchronization

extension Checks {
    /// Answers each query after a second, and notes which were sent, and whether two of them met.
    private final class Wire: Sendable {
        struct Refused: Error {}

        private struct State {
            var sent: [String] = []
            var inUse = 0
            var mostAtOnce = 0
            var isOnLoop = false
        }
        private let state = Mutex(State())

        var sent: [String] { state.withLock { $0.sent } }
        var mostAtOnce: Int { state.withLock { $0.mostAtOnce } }
        /// Whether a query was sent in the loop's own thread.
        var isOnLoop: Bool { state.withLock { $0.isOnLoop } }

        func call(_ query: String) throws -> String {
            let isOnLoop = EventLoop.running != nil
            state.withLock {
                $0.sent.append(query)
                $0.inUse += 1
                $0.mostAtOnce = max($0.mostAtOnce, $0.inUse)
                if isOnLoop { $0.isOnLoop = true }
            }
            block(for: .seconds(1))
            state.withLock { $0.inUse -= 1 }
            if query.hasPrefix("bad") { throw Refused() }
            return query.uppercased()
        }
    }
}

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check("answers", "A query is sent in a thread, and its answer comes back.") { check in
            let wire = Wire()
            let connection = Connection(call: { try wire.call($0) })
            var beat: Duration?
            let heart = createTask(name: "heart") {
                try await sleep(for: .milliseconds(500))
                beat = check.elapsed
            }
            let answer = try await connection.query("ships")
            try await heart.value
            check.expect(answer, equals: "SHIPS", "This is the answer to the query `ships`.")
            check.expectElapsed(.seconds(1), "One query takes 1 s.")
            check.expect(
                beat,
                equals: .milliseconds(500),
                "A heart should beat at 0.5 s, while the query is under way.",
                misconception: wire.isOnLoop ? "async-makes-nonblocking" : nil
            )
        },
        Check(
            "one-at-a-time",
            "Queries are sent one at a time, in the order in which they were asked.",
            after: ["answers"]
        ) { check in
            let wire = Wire()
            let connection = Connection(call: { try wire.call($0) })
            var asked: [String] = []
            let queries = ["a", "b", "c"].map { text in
                createTask(name: "asks \(text)") {
                    asked.append(text)
                    return try await connection.query(text)
                }
            }
            let answers = try await gather(queries)
            check.expect(answers, equals: ["A", "B", "C"], "Each query has its own answer.")
            check.expect(
                wire.mostAtOnce == 1,
                "Three queries were asked at the same time, and several threads used the connection at once.",
                misconception: "threads-have-an-order"
            )
            // In what order threads use it at once is a race, and says nothing.
            guard wire.mostAtOnce == 1 else { return }
            check.expect(wire.sent, equals: asked, "They are sent in the order in which they were asked.")
            guard wire.mostAtOnce == 1 else { return }
            check.expectElapsed(.seconds(3), "Three queries take 1 s each, one after the other.")
        },
        Check("failure", "A query that fails harms no other.", after: ["one-at-a-time"]) { check in
            let wire = Wire()
            let connection = Connection(call: { try wire.call($0) })
            let failing = createTask(name: "asks bad") { try await connection.query("bad") }
            try await sleep(for: .milliseconds(500))
            let good = createTask(name: "asks good") { try await connection.query("good") }
            try await wait(for: [failing, good])
            check.expect(
                try failing.exception() is Wire.Refused,
                "The connection refuses the first query, and the one who asked gets that error."
            )
            let text = try good.exception().map { "the error \($0)" } ?? good.result()
            check.expect(
                text,
                equals: "GOOD",
                "The second query was asked while the first was under way. This is its answer.",
                misconception: text.contains("Refused") ? "error-spoils-all" : nil
            )
            let later = try await connection.query("later")
            check.expect(later, equals: "LATER", "A third query is asked afterwards.")
        },
        Check(
            "gone",
            "Who is cancelled ends at once, and the next query waits until the thread has come back.",
            after: ["failure"]
        ) { check in
            let wire = Wire()
            let connection = Connection(call: { try wire.call($0) })
            let first = createTask(name: "asks a") { try await connection.query("a") }
            try await sleep(for: .milliseconds(250))
            let second = createTask(name: "asks b") { try await connection.query("b") }
            try await sleep(for: .milliseconds(250))
            first.cancel()
            try await wait(for: [first])
            check.expectElapsed(
                .milliseconds(500),
                "The first query is cancelled after 0.5 s.",
                misconception: check.elapsed >= .seconds(1) ? "cancel-waits-for-thread" : nil
            )
            check.expect(first.cancelled, "The first was cancelled, and did not end as cancelled.")
            try await wait(for: [second])
            check.expect(
                wire.mostAtOnce == 1,
                "The first was cancelled while its thread was at work. The second was sent at once, so two threads used the"
                    + " connection.",
                misconception: "thread-is-cancelled"
            )
            let isCancelled = second.cancelled
            check.expect(
                !isCancelled,
                "The first was cancelled, and the second with it.",
                misconception: "cancel-is-private"
            )
            guard !isCancelled, wire.mostAtOnce == 1 else { return }
            check.expect(try second.result(), equals: "B", "The second query still has its answer.")
            check.expect(check.elapsed == .seconds(2), "The second answer comes at 2 s, and not at \(check.elapsed).")
        },
        Check("unwanted", "A query that nobody wants any more is not sent.", after: ["gone"]) { check in
            let wire = Wire()
            let connection = Connection(call: { try wire.call($0) })
            let first = createTask(name: "asks a") { try await connection.query("a") }
            try await sleep(for: .milliseconds(250))
            let second = createTask(name: "asks b") { try await connection.query("b") }
            try await sleep(for: .milliseconds(250))
            let third = createTask(name: "asks c") { try await connection.query("c") }
            try await sleep(for: .milliseconds(250))
            second.cancel()
            let outcomes = try await gatherResults([first, second, third])
            check.expect(outcomes[0] == "A", "The first query still has its answer.")
            check.expect(outcomes[2] == "C", "The third query still has its answer.")
            check.expect(
                wire.sent,
                equals: ["a", "c"],
                "The second was cancelled while it waited in line. These queries are sent.",
                misconception: wire.sent == ["a", "b", "c"] ? "cancelled-waiter-stays-in-line" : nil
            )
            check.expect(check.elapsed == .seconds(2), "The third answer comes at 2 s, and not at \(check.elapsed).")
        },
        Check("stopped", "When everything is cancelled at the end, no further query is sent.", after: ["unwanted"]) {
            check in
            let wire = Wire()
            let connection = Connection(call: { try wire.call($0) })
            for text in ["a", "b", "c"] {
                createTask(name: "asks \(text)") { _ = try await connection.query(text) }
                try await sleep(for: .milliseconds(250))
            }
            // As `run` does when its main task has ended.
            for task in EventLoop.running!.allTasks where task != LoopTask.current { task.cancel() }
            try await sleep(for: .seconds(10))
            check.expect(
                wire.sent,
                equals: ["a"],
                "All tasks were cancelled after 0.75 s, while the first query was under way. These queries are sent."
            )
        },
        Check(
            "everywhere",
            "Wherever somebody is cancelled, the connection serves the next one.",
            after: ["stopped"],
            cancelling: .everySuspensionPoint
        ) { check in
            let wire = Wire()
            let connection = Connection(call: { try wire.call($0) })
            let other = createTask(name: "asks a") { try await connection.query("a") }
            _ = await check.attempt { try await connection.query("b") }
            let last = try await connection.query("c")
            check.expect(last, equals: "C", "Another query is asked afterwards.")
            check.expect(try await other.value, equals: "A", "This query was asked by a task that was not cancelled.")
            check.expect(wire.mostAtOnce == 1, "\(wire.mostAtOnce) threads used the connection at once.")
        },
    ]
}

extension Result<String, any Error> {
    fileprivate static func == (left: Self, right: String) -> Bool { (try? left.get()) == right }
}
