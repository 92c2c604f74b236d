import ConcurrencyKit
import LessonChecks

extension Checks {
    /// Each download takes its own time; one without a text fails.
    private final class Service {
        private let answers: [(seconds: Int, text: String?)]
        private(set) var begun = 0
        private(set) var cancelled = 0
        private(set) var running = 0
        private(set) var mostAtOnce = 0

        init(_ answers: [(seconds: Int, text: String?)]) { self.answers = answers }

        func fetch() async throws -> String {
            let number = begun
            // Whoever downloads too often gets the last answer again.
            let answer = answers[min(number, answers.count - 1)]
            begun += 1
            running += 1
            defer { running -= 1 }
            mostAtOnce = max(mostAtOnce, running)
            do { try await sleep(for: .seconds(answer.seconds)) } catch {
                cancelled += 1
                throw error
            }
            guard let text = answer.text else { throw FakeServer.Failed(name: "download \(number + 1)") }
            return text
        }
    }
}

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check(
            "fresh",
            "A reader gets new headlines if they come in time, and waits as long as it takes if there are no old ones."
        ) { check in
            let service = Service([(5, "one"), (1, "two")])
            let headlines = Headlines(patience: .seconds(2), fetch: service.fetch)
            let first = try? await headlines.read()
            guard
                check.expect(
                    service.cancelled == 0,
                    "The first download takes 5 s. It was cancelled when the patience of 2 s was over.",
                    misconception: "timeout-leaves-work-running"
                ),
                check.expect(
                    service.begun,
                    equals: 1,
                    "The first download takes 5 s, patience is 2 s. One reader has come so far.",
                    misconception: service.begun > 1 ? "shield-restarts-work" : nil
                ),
                check.expect(first, equals: "one", "The first download takes 5 s, and brings the headlines 'one'."),
                check.expectElapsed(
                    .seconds(5),
                    "The first download takes 5 s. Patience is 2 s, but there is nothing old to give."
                )
            else { return await quiet() }
            check.expect(try await headlines.read(), equals: "two", "The second download takes 1 s: that is in time.")
            check.expectElapsed(.seconds(6), "The downloads take 5 s and 1 s.")
        },
        Check(
            "late",
            "If they do not come in time, a reader gets the old ones, and the download goes on.",
            after: ["fresh"]
        ) { check in
            let service = Service([(1, "one"), (5, "two"), (5, "three")])
            let headlines = Headlines(patience: .seconds(2), fetch: service.fetch)
            _ = try await headlines.read()
            check.expect(try? await headlines.read(), equals: "one", "The second download takes 5 s, patience is 2 s.")
            check.expectElapsed(.seconds(3), "The first download ends at 1 s, and 2 s later the patience is over.")
            let wasCancelled = service.cancelled > 0
            guard
                check.expect(
                    !wasCancelled,
                    "The patience of one reader is over, and the download was cancelled.",
                    misconception: "timeout-leaves-work-running"
                )
            else { return await quiet() }
            check.expect(
                try? await headlines.read(),
                equals: "one",
                "It is 3 s. The second download will end at 6 s, and patience is 2 s."
            )
            guard
                check.expect(
                    service.begun,
                    equals: 2,
                    "The second download is still under way when somebody reads again.",
                    misconception: service.mostAtOnce > 1 ? "task-not-shared-while-running" : nil
                )
            else { return await quiet() }
            try await sleep(for: .seconds(2))
            check.expect(
                try? await headlines.read(),
                equals: "two",
                "The second download has ended at 6 s, when nobody waited for it. The third takes 5 s and is late."
            )
            await quiet()
        },
        Check(
            "leaving",
            "A reader who is cancelled stops at once, and the others get the headlines.",
            after: ["late"]
        ) { check in
            let service = Service([(5, "one")])
            let headlines = Headlines(patience: .seconds(2), fetch: service.fetch)
            let readers = ["Ada", "Ben", "Cleo"].map { name in
                createTask(name: name) { try await headlines.read() }
            }
            try await sleep(for: .seconds(1))
            readers[0].cancel()
            _ = try await wait(for: [readers[0]])
            check.expectElapsed(.seconds(1), "Ada is cancelled after 1 s, and waits no longer.")
            check.expect(readers[0].cancelled, "Ada was cancelled, and did not end cancelled.")
            guard
                check.expect(
                    service.cancelled == 0,
                    "Ada is cancelled after 1 s, and the download with her.",
                    misconception: "cancel-is-private"
                )
            else { return await quiet() }
            try await sleep(for: .seconds(2))
            readers[1].cancel()
            _ = try await wait(for: [readers[1]])
            check.expectElapsed(
                .seconds(3),
                "Ben is cancelled after 3 s, and waits no longer.",
                misconception: check.elapsed == .seconds(5) ? "shield-protects-the-awaiter" : nil
            )
            guard
                check.expect(
                    service.cancelled == 0,
                    "Ben is cancelled after 3 s, when his patience is over, and the download with him.",
                    misconception: "shield-lasts"
                )
            else { return await quiet() }
            check.expect(try? await readers[2].value, equals: "one", "Nobody has cancelled Cleo.")
        },
        Check(
            "anywhere",
            "Wherever a reader is cancelled, it ends cancelled, and the download goes on.",
            after: ["leaving"],
            cancelling: .everySuspensionPoint
        ) { check in
            let service = Service([(5, "one"), (5, "two")])
            let headlines = Headlines(patience: .seconds(2), fetch: service.fetch)
            _ = await check.attempt { try await headlines.read() }
            _ = await check.attempt { try await headlines.read() }
            await quiet()
            check.expect(service.cancelled, equals: 0, "A reader was cancelled, and a download with it.")
        },
        Check(
            "failing",
            "A download that fails throws its error to those who wait, and the next reader begins a new one.",
            after: ["late"],
            misconceptions: [.error: "errors-are-ignored"]
        ) { check in
            let service = Service([(1, nil), (1, "two"), (1, nil), (5, nil), (1, "five")])
            let headlines = Headlines(patience: .seconds(2), fetch: service.fetch)
            await check.expectThrows(FakeServer.Failed.self, "The first download fails in time.") {
                _ = try await headlines.read()
            }
            guard
                check.expect(
                    try? await headlines.read(),
                    equals: "two",
                    "The first download has failed, and the second one will not.",
                    misconception: service.begun == 1 ? "failed-task-runs-again" : nil
                )
            else { return }
            await check.expectThrows(FakeServer.Failed.self, "The third download fails in time. This is no slowness.") {
                _ = try await headlines.read()
            }
            check.expect(try? await headlines.read(), equals: "two", "The fourth download takes 5 s: it is late.")
            // It fails when nobody waits for it.
            await quiet()
            check.expect(try? await headlines.read(), equals: "five", "The fourth download has failed long ago.")
            // Nothing old can help these two.
            let late = Headlines(patience: .seconds(2), fetch: Service([(5, nil)]).fetch)
            for reader in [createTask(late.read), createTask(late.read)] {
                await check.expectThrows(
                    FakeServer.Failed.self,
                    "Two readers wait for the first download. It fails after 5 s, and patience is 2 s."
                ) { _ = try await reader.value }
            }
        },
    ]

    /// Until everything under way has ended.
    private static func quiet() async { try? await sleep(for: .seconds(20)) }
}
