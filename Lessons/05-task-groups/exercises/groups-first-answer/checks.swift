import ConcurrencyKit
import LessonChecks

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check("fastest", "The first answer is returned, as soon as it is there.", leftovers: .allowed) { check in
            let server = FakeServer(delays: ["a": .seconds(3), "b": .seconds(1), "c": .seconds(2)])
            let answer = try await firstAnswer(from: ["a", "b", "c"], asking: server.fetch)
            check.expect(
                answer,
                equals: "B",
                "Mirror b answers after 1 s, a after 3 s and c after 2 s.",
                misconception: answer == "A" && server.asked == ["a"] ? "first-means-first-argument" : nil
            )
            guard answer == "B" else { return }
            check.expectElapsed(
                .seconds(1),
                "Mirror b has its answer at 1 s. Nobody wants the others.",
                misconception: check.elapsed == .seconds(3) ? "group-ends-with-first-child" : nil
            )
        },
        Check("losers", "The other mirrors are told to stop, and have stopped when it returns.", after: ["fastest"]) {
            check in
            let server = FakeServer(delays: ["a": .seconds(3), "b": .seconds(1), "c": .seconds(2)])
            _ = await check.attempt { try await firstAnswer(from: ["a", "b", "c"], asking: server.fetch) }
            check.expect(
                server.running,
                equals: 0,
                "Mirror b has answered. So many of the others are still at it.",
                misconception: server.running == 2 ? "siblings-are-cancelled" : nil
            )
            // What still runs is told by the line above.
            if server.running > 0 { try await sleep(for: .seconds(10)) }
        },
        Check("failures", "A mirror that fails does not spoil it for the others.", after: ["losers"]) { check in
            let server = FakeServer(delays: ["a": .seconds(3)], failing: ["b", "c"])
            let outcome = await check.attempt {
                try await firstAnswer(from: ["a", "b", "c"], asking: server.fetch)
            }
            guard case .success(let answer) = outcome else {
                return check.fail(
                    "Mirrors b and c fail at 1 s, and a would have answered at 3 s. Your code has thrown an error.",
                    misconception: server.cancelled == ["a"] ? "first-error-always-ends" : nil
                )
            }
            check.expect(answer, equals: "A", "Mirrors b and c fail at 1 s, and a answers at 3 s.")
            check.expectElapsed(.seconds(3), "Mirror a answers at 3 s.")
        },
        Check("no-answer", "If every mirror fails, NoAnswer is thrown.", after: ["failures"]) { check in
            let server = FakeServer(delays: ["b": .seconds(2)], failing: ["a", "b"])
            await check.expectThrows(NoAnswer.self, "Both mirrors fail.") {
                _ = try await firstAnswer(from: ["a", "b"], asking: server.fetch)
            }
            check.expectElapsed(.seconds(2), "One fails at 1 s, the other at 2 s. Only then is it clear.")
        },
        Check("no-mirror", "If there are no mirrors at all, NoAnswer is thrown.", after: ["no-answer"]) { check in
            await check.expectThrows(NoAnswer.self, "The list of mirrors is empty.") {
                _ = try await firstAnswer(from: [], asking: FakeServer().fetch)
            }
        },
        Check("late-answer", "An answer that comes later changes nothing.", after: ["losers"]) { check in
            let answer = try await firstAnswer(from: ["a", "b"]) { mirror in
                guard mirror == "a" else {
                    try await sleep(for: .seconds(1))
                    return "B"
                }
                // This mirror cannot stop in the middle of an answer.
                do { try await sleep(for: .seconds(60)) } catch { try await sleep(for: .seconds(1)) }
                return "A"
            }
            check.expect(
                answer,
                equals: "B",
                "Mirror b answers at 1 s. Mirror a is told to stop, cannot, and answers at 2 s.",
                misconception: answer == "A" ? "group-ends-at-once" : nil
            )
        },
        Check("late-failure", "A mirror that fails when it is told to stop changes nothing.", after: ["late-answer"]) {
            check in
            let outcome = await check.attempt {
                try await firstAnswer(from: ["a", "b"]) { mirror in
                    do { try await sleep(for: .seconds(mirror == "b" ? 1 : 60)) } catch is CancelledError {
                        throw FakeServer.Failed(name: mirror)
                    }
                    return mirror.uppercased()
                }
            }
            switch outcome {
            case .success(let answer):
                check.expect(answer, equals: "B", "Mirror b answers at 1 s. Mirror a is told to stop, and fails.")
            case .failure(let error):
                check.fail(
                    "Mirror b answers at 1 s. Mirror a is told to stop, and fails. Your code throws the error of a mirror that nobody needs: \(error)"
                )
            }
        },
        Check(
            "cancelled",
            "When it is cancelled, it ends cancelled, and no mirror is still asked.",
            after: ["no-mirror", "late-failure"],
            cancelling: .everySuspensionPoint
        ) { check in
            let server = FakeServer(delays: ["a": .seconds(3), "b": .seconds(2)], failing: ["c"])
            let outcome = await check.attempt {
                try await firstAnswer(from: ["a", "b", "c"], asking: server.fetch)
            }
            guard check.isCancelling, case .failure = outcome else { return }
            check.expect(server.running == 0, "It has ended, and a mirror is still asked.")
        },
    ]
}
