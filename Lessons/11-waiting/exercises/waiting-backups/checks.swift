import ConcurrencyKit
import LessonChecks

extension Checks {
    /// Mirrors that need 3 s to hang up when they are cancelled.
    final class SlowGoodbye {
        private(set) var asked: [String] = []
        private(set) var hangingUp: [String] = []
        private(set) var ended: [String] = []
        private let delays: [String: Duration]

        init(delays: [String: Duration]) { self.delays = delays }

        /// The mirrors that are still on the line.
        var open: [String] { asked.filter { !ended.contains($0) } }

        func fetch(_ name: String) async throws -> String {
            asked.append(name)
            defer { ended.append(name) }
            do { try await sleep(for: delays[name] ?? .seconds(1)) } catch {
                hangingUp.append(name)
                try await sleep(for: .seconds(3))
                throw error
            }
            return name.uppercased()
        }
    }
}

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check("good-one", "A mirror that fails does not win: the next one is asked at once.") { check in
            let server = FakeServer(failing: ["a", "b"])
            do {
                let text = try await fetchWithBackups(
                    from: ["a", "b", "c", "d"],
                    patience: .seconds(10),
                    with: server.fetch
                )
                check.expect(text, equals: "C", "Mirrors a and b fail, and c gives the file.")
                let expected = [
                    "[0.0] ask a", "[1.0] fail a", "[1.0] ask b", "[2.0] fail b", "[2.0] ask c", "[3.0] answer c",
                ]
                check.expect(
                    server.log.lines,
                    equals: expected,
                    "Each mirror takes 1 s, and patience would last for 10 s."
                )
            } catch let error as FakeServer.Failed {
                check.fail(
                    "Mirror c has the file, and the error of \(error.name) is thrown.",
                    misconception: server.asked == ["a"] ? "first-completed-means-first-good" : nil
                )
            }
        },
        Check(
            "backups",
            "When patience is over, one more mirror is asked, and those before stay in the race.",
            after: ["good-one"],
            // What is left is for the next check.
            leftovers: .allowed
        ) { check in
            let server = FakeServer(delay: .seconds(6), delays: ["a": .milliseconds(2_500)])
            let text = try await fetchWithBackups(
                from: ["a", "b", "c", "d"],
                patience: .seconds(1),
                with: server.fetch
            )
            check.expect(
                text,
                equals: "A",
                "Mirror a answers after 2.5 s, when b and c have been asked, too.",
                misconception: text == "D" ? "wait-timeout-cancels" : nil
            )
            let asked = server.log.lines.filter { $0.contains("ask") }
            check.expect(
                asked,
                equals: ["[0.0] ask a", "[1.0] ask b", "[2.0] ask c"],
                "Patience lasts for 1 s, and mirror a takes 2.5 s.",
                misconception: asked == ["[0.0] ask a"] ? "wait-timeout-throws" : nil
            )
        },
        Check(
            "no-waiting",
            "When a mirror has failed, the next one is asked at once, whoever else is in the race.",
            after: ["backups"],
            leftovers: .allowed
        ) { check in
            let server = FakeServer(delays: ["a": .seconds(60), "b": .milliseconds(500)], failing: ["b"])
            let text = try await fetchWithBackups(from: ["a", "b", "c"], patience: .seconds(2), with: server.fetch)
            check.expect(text, equals: "C", "Mirror a is slow, b fails, and c gives the file.")
            check.expect(
                server.log.lines.filter { $0.contains("ask") },
                equals: ["[0.0] ask a", "[2.0] ask b", "[2.5] ask c"],
                "Patience lasts for 2 s. Mirror b fails 0.5 s after it is asked, and a is still in the race."
            )
        },
        Check(
            "last-mirror",
            "When all mirrors have been asked, it waits for them as long as it takes.",
            after: ["backups"],
            leftovers: .allowed
        ) { check in
            let server = FakeServer(delays: ["a": .seconds(60), "b": .seconds(7)])
            do {
                let text = try await fetchWithBackups(from: ["a", "b"], patience: .seconds(2), with: server.fetch)
                check.expect(text, equals: "B", "Mirror b needs 7 s, and a a minute.")
            } catch {
                check.fail(
                    "Mirror b would have had the file 7 s after it was asked. After \(check.elapsed), \(error) is thrown."
                )
            }
        },
        Check(
            "losers",
            "When there is a file, the other mirrors are cancelled, and have ended before it is returned.",
            after: ["no-waiting", "last-mirror"],
            leftovers: .allowed
        ) { check in
            let server = SlowGoodbye(delays: ["a": .seconds(60), "b": .seconds(60), "c": .seconds(1)])
            let text = try await fetchWithBackups(
                from: ["a", "b", "c"],
                patience: .seconds(1),
                with: server.fetch
            )
            check.expect(text, equals: "C", "Mirror c is asked after 2 s, and has the file 1 s later.")
            let open = server.open
            // Who was cancelled in this moment has the error now.
            try await sleep(for: .zero)
            if !open.isEmpty {
                let beliefs = [[]: "wait-cancels-pending", ["a", "b"]: "cancel-is-instant"]
                let state = server.hangingUp.isEmpty ? "nobody has told them to stop" : "they still hang up"
                check.fail(
                    "fetchWithBackups has returned, mirrors \(open) are on the line, and \(state).",
                    misconception: beliefs[server.hangingUp.sorted()]
                )
            } else {
                check.expectElapsed(.seconds(6), "The file is there after 3 s, and the others take 3 s to hang up.")
            }
        },
        Check(
            "all-fail",
            "When all mirrors have failed, the last error is thrown.",
            after: ["no-waiting", "last-mirror"],
            misconceptions: [.error: "first-completed-is-one"]
        ) { check in
            let one = FakeServer(delays: ["b": .seconds(3)], failing: ["a", "b"])
            let failed = await check.expectThrows(FakeServer.Failed.self, "Both mirrors fail, b after a.") {
                _ = try await fetchWithBackups(from: ["a", "b"], patience: .seconds(9), with: one.fetch)
            }
            if let failed { check.expect(failed.name, equals: "b", "Mirror b is the last that fails.") }
            let slow = FakeServer(delays: ["a": .seconds(9)], failing: ["a", "b"])
            let late = await check.expectThrows(FakeServer.Failed.self, "Both mirrors fail, a after b.") {
                _ = try await fetchWithBackups(from: ["a", "b"], patience: .seconds(2), with: slow.fetch)
            }
            if let late {
                check.expect(late.name, equals: "a", "Mirror b fails after 3 s, and a after 9 s: a is the last.")
            }
            // Mirror b is asked at 3 s: a and b fail in the same moment.
            let both = FakeServer(delays: ["a": .seconds(5), "b": .seconds(2)], failing: ["a", "b"])
            let text = try await fetchWithBackups(from: ["a", "b", "c"], patience: .seconds(3), with: both.fetch)
            check.expect(text, equals: "C", "Mirrors a and b fail in the same moment, and c gives the file.")
        },
        Check(
            "cancelled",
            "When fetchWithBackups is cancelled, it ends cancelled, and no mirror is left on the line.",
            after: ["losers", "all-fail"],
            cancelling: .everySuspensionPoint,
            misconceptions: [.leak: "wait-owns-its-tasks", .cancellation: "catch-lets-cancellation-pass"]
        ) { check in
            let server = SlowGoodbye(delays: ["a": .seconds(60), "b": .seconds(60), "c": .seconds(2)])
            _ = await check.attempt {
                try await fetchWithBackups(from: ["a", "b", "c"], patience: .seconds(1), with: server.fetch)
            }
        },
    ]
}
