import ConcurrencyKit
import LessonChecks

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check("answer", "What fails is tried again, and the first answer is returned.") { check in
            let server = FakeServer(failingAtFirst: ["a": 2])
            let outcome = await check.attempt {
                try await retry(tries: 4, pausing: .seconds(2)) { try await server.fetch("a") }
            }
            check.expect(try? outcome.get(), equals: "A", "The first two tries fail, and the third is answered.")
            check.expect(server.asked.count, equals: 3, "The third try of four is answered, and it is the last one.")
        },
        Check("pauses", "The pauses lie between the tries, and each is twice the one before.", after: ["answer"]) {
            check in
            let server = FakeServer(failingAtFirst: ["a": 3])
            _ = try await retry(tries: 4, pausing: .seconds(2)) { try await server.fetch("a") }
            check.expect(
                server.log.times(of: "ask a"),
                equals: [.seconds(0), .seconds(3), .seconds(8), .seconds(17)],
                "Each try takes 1 s, and the first pause is 2 s. Here are the times at which the tries begin.",
                misconception: server.log.times(of: "ask a") == [.seconds(0), .seconds(3), .seconds(6), .seconds(9)]
                    ? "backoff-does-not-grow" : nil
            )
            check.expectElapsed(.seconds(18), "The fourth try is answered at 18 s. Then nothing is waited for.")
        },
        Check("gives-up", "After the last try its error is thrown, at once.", after: ["pauses"]) { check in
            let work = Failing()
            let error = await check.expectThrows(Failing.Number.self, "Every try fails.") {
                try await retry(tries: 3, pausing: .seconds(3), work.run)
            }
            check.expect(
                work.tries,
                equals: 3,
                "It may be tried 3 times, the first one included.",
                misconception: work.tries == 4 ? "restarts-are-starts" : nil
            )
            guard work.tries == 3 else { return }
            check.expect(error?.value, equals: 3, "The errors are numbered, and the one of the last try is thrown.")
            check.expectElapsed(
                .seconds(12),
                "Three tries take 1 s each, and the two pauses between them 3 s and 6 s.",
                misconception: check.elapsed == .seconds(24) ? "last-pause-forgotten" : nil
            )
        },
        Check("one-try", "With a single try there is no pause.", after: ["gives-up"]) { check in
            let work = Failing()
            await check.expectThrows(Failing.Number.self, "The only try fails.") {
                try await retry(tries: 1, pausing: .seconds(2), work.run)
            }
            check.expect(work.tries, equals: 1, "It may be tried once.")
            check.expectElapsed(.seconds(1), "The only try takes 1 s.")
        },
        Check("cancelled-in-try", "A request to stop during a try ends it all.", after: ["answer"]) { check in
            let server = FakeServer(delay: .seconds(4), failing: ["a"])
            let task = createTask {
                try await retry(tries: 3, pausing: .seconds(2)) { try await server.fetch("a") }
            }
            try await sleep(for: .seconds(1))
            task.cancel("the user left")
            try await wait(for: [task])
            // However it has ended: the lines below say what was wrong.
            _ = try? task.exception()
            check.expect(
                server.asked.count,
                equals: 1,
                "The request comes during the first try. Nobody wants a second one.",
                misconception: server.asked.count > 1 ? "catch-lets-cancellation-pass" : nil
            )
            guard server.asked.count == 1 else { return }
            check.expect(task.cancelled, "Who is asked to stop ends cancelled.")
            check.expectElapsed(.seconds(1), "The request comes at 1 s, and there is nothing to tidy up.")
        },
        Check(
            "cancelled-in-pause",
            "A request to stop during a pause ends it all.",
            after: ["pauses", "cancelled-in-try"]
        ) { check in
            let server = FakeServer(failing: ["a"])
            let task = createTask {
                try await retry(tries: 3, pausing: .seconds(4)) { try await server.fetch("a") }
            }
            try await sleep(for: .seconds(2))
            task.cancel("the user left")
            try await wait(for: [task])
            // However it has ended: the lines below say what was wrong.
            _ = try? task.exception()
            check.expect(
                server.asked.count,
                equals: 1,
                "The request comes during the first pause. Nobody wants a second try.",
                misconception: server.asked.count > 1 ? "cancel-is-sticky" : nil
            )
            guard server.asked.count == 1 else { return }
            check.expect(task.cancelled, "Who is asked to stop ends cancelled.")
            check.expectElapsed(.seconds(2), "The request comes at 2 s, and there is nothing to tidy up.")
        },
        Check(
            "cancelled",
            "Wherever the request comes, it ends cancelled and tries no more.",
            after: ["gives-up", "cancelled-in-pause"],
            cancelling: .everySuspensionPoint
        ) { check in
            let server = FakeServer(failingAtFirst: ["a": 2])
            let outcome = await check.attempt {
                try await retry(tries: 3, pausing: .seconds(2)) { try await server.fetch("a") }
            }
            guard check.isCancelling, case .failure = outcome else { return }
            check.expect(server.running == 0, "It has ended, and a try still goes on.")
        },
    ]
}

extension Checks {
    /// Work of 1 s that always fails, each time with another number.
    final class Failing {
        struct Number: Error {
            let value: Int
        }

        private(set) var tries = 0

        func run() async throws {
            tries += 1
            let number = tries
            try await sleep(for: .seconds(1))
            throw Number(value: number)
        }
    }
}

extension CallLog {
    func times(of text: String) -> [Duration] { entries.filter { $0.text == text }.map(\.time) }
}
