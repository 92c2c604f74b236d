import ConcurrencyKit
import LessonChecks

extension Checks {
    /// Takes a minute for question "a", and 2 s to tidy up when it is cancelled; a second for any other.
    private final class SlowGoodbye {
        private(set) var open: Set<String> = []

        func ask(_ question: String) async throws -> String {
            open.insert(question)
            defer { open.remove(question) }
            do { try await sleep(for: .seconds(question == "a" ? 60 : 1)) } catch {
                try await sleep(for: .seconds(2))
                throw error
            }
            return question.uppercased()
        }
    }
}

@main struct Checks: ExerciseChecks {
    /// Calls the learner's function in a thread, as it is to be called.
    @Loop private static func inThread(
        _ questions: [String],
        from server: FakeServer,
        within limit: Duration = .seconds(10)
    ) async throws -> [String?] {
        let loop = EventLoop.running!
        let ask: @Loop (String) async throws -> String = { try await server.fetch($0) }
        return try await toThread { try answers(to: questions, on: loop, within: limit, ask: ask) }
    }

    static let checks = [
        Check("in-order", "The answers come in the order of the questions.") { check in
            let server = FakeServer(delays: ["a": .seconds(3), "b": .seconds(1), "c": .seconds(2)])
            let texts = try await inThread(["a", "b", "c"], from: server)
            check.expect(
                texts,
                equals: ["A", "B", "C"],
                "Question a takes longest, and its answer still comes first.",
                misconception: texts == ["B", "C", "A"] ? "results-in-finish-order" : nil
            )
        },
        Check(
            "together",
            "All questions are asked at the same time.",
            after: ["in-order"]
        ) { check in
            let server = FakeServer(delays: ["a": .seconds(3), "b": .seconds(1), "c": .seconds(2)])
            _ = try await inThread(["a", "b", "c"], from: server)
            check.expectElapsed(
                .seconds(3),
                "The questions take 3 s, 1 s and 2 s.",
                misconception: check.elapsed == .seconds(6) ? "await-in-loop-overlaps" : nil
            )
        },
        Check(
            "failures",
            "An answer that cannot be had is nil, and the others are kept.",
            after: ["together"],
            misconceptions: [.error: "error-spoils-all"]
        ) { check in
            let server = FakeServer(delays: ["c": .seconds(2)], failing: ["b"])
            do {
                let texts = try await inThread(["a", "b", "c"], from: server)
                check.expect(
                    texts,
                    equals: ["A", nil, "C"],
                    "Question b cannot be answered, and its place stays.",
                    misconception: texts == ["A", "C"] ? "errors-are-left-out" : nil
                )
            } catch is FakeServer.Failed {
                check.fail(
                    "Question b cannot be answered, and `answers` throws its error. The answers to a and c are lost.",
                    misconception: "error-spoils-all"
                )
                // What still runs is told by the line above.
                try await sleep(for: .seconds(10))
            }
        },
        Check(
            "limit",
            "All of it takes no longer than the limit, and then nobody works on an answer any more.",
            after: ["failures"]
        ) { check in
            let server = FakeServer(delays: ["a": .seconds(5), "b": .seconds(1), "c": .seconds(8), "d": .seconds(2)])
            let texts: [String?]
            do {
                texts = try await inThread(["a", "b", "c", "d"], from: server, within: .seconds(3))
            } catch is TimeoutError {
                check.fail(
                    "Two answers are not there within 3 s, and `answers` throws a TimeoutError. Those to b and d are lost.",
                    misconception: "error-spoils-all"
                )
                return
            }
            let end = check.elapsed
            // What was cancelled at the limit has its turn.
            try await sleep(for: .milliseconds(1))
            guard
                check.expect(
                    server.running == 0,
                    "The limit is over, and `answers` has returned. A question is still being asked.",
                    misconception: "timeout-ends-the-task"
                )
            else { return }
            check.expect(
                texts,
                equals: [nil, "B", nil, "D"],
                "The questions take 5 s, 1 s, 8 s and 2 s, and the limit is 3 s."
            )
            check.expect(
                end == .seconds(3),
                "The limit is 3 s, and `answers` returned after \(end).",
                misconception: end == .seconds(6) ? "each-limit-limits-all" : nil
            )
            let others = EventLoop.running!.allTasks.filter { $0 != LoopTask.current }.map(\.name)
            check.expect(others.isEmpty, "When `answers` had returned, these tasks were still there: \(others).")
        },
        Check(
            "tidied",
            "When it returns, also those that tidy up after the limit have ended.",
            after: ["limit"],
            leftovers: .allowed
        ) { check in
            let server = SlowGoodbye()
            let loop = EventLoop.running!
            let ask: @Loop (String) async throws -> String = { try await server.ask($0) }
            let texts = try await toThread {
                try answers(to: ["a", "b"], on: loop, within: .seconds(3), ask: ask)
            }
            guard
                check.expect(
                    server.open.isEmpty,
                    "Question a is cancelled at 3 s, and tidies up for 2 s. `answers` returned after \(check.elapsed).",
                    misconception: check.elapsed == .seconds(3) ? "cancel-is-instant" : nil
                )
            else { return }
            check.expect(texts, equals: [nil, "B"], "Question a takes a minute, and b 1 s. The limit is 3 s.")
            check.expectElapsed(.seconds(5), "Question a is cancelled at 3 s, and needs 2 s to tidy up.")
        },
        Check("loop", "The loop is not held up meanwhile.", after: ["limit"]) { check in
            let server = FakeServer(delays: ["a": .seconds(2)])
            var beats: [Duration] = []
            let heart = createTask(name: "heart") {
                for _ in 1...3 {
                    try await sleep(for: .milliseconds(600))
                    beats.append(check.elapsed)
                }
            }
            let both = try await gather(
                { try await inThread(["a", "b"], from: server) },
                { try await inThread(["c"], from: server) }
            )
            try await heart.value
            check.expect(
                both,
                equals: [["A", "B"], ["C"]],
                "Two threads ask at the same time, and each gets its answers."
            )
            check.expect(
                beats,
                equals: [.milliseconds(600), .milliseconds(1200), .milliseconds(1800)],
                "A heart beats every 600 ms meanwhile."
            )
            check.expectElapsed(.seconds(2), "The longest answer takes 2 s.")
        },
    ]
}
