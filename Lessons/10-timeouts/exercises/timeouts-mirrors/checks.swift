import ConcurrencyKit
import LessonChecks

extension Checks {
    /// A mirror that needs 3 s to hang up when it is cancelled.
    final class SlowGoodbye {
        private(set) var onTheLine = 0
        private(set) var mostAtOnce = 0
        let log = CallLog()

        /// "a" would take a minute, all others take half a second.
        func fetch(_ name: String) async throws -> String {
            log("ask \(name)")
            onTheLine += 1
            mostAtOnce = max(mostAtOnce, onTheLine)
            defer {
                onTheLine -= 1
                log("end \(name)")
            }
            do {
                try await sleep(for: name == "a" ? .seconds(60) : .milliseconds(500))
            } catch {
                try await sleep(for: .seconds(3))
                throw error
            }
            return name.uppercased()
        }
    }
}

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check("in-order", "The mirrors are asked one after the other, until one gives the file.") { check in
            let server = FakeServer(failing: ["a", "b"])
            let outcome = await check.attempt {
                try await fetchFromMirrors(["a", "b", "c", "d"], patience: .seconds(10), with: server.fetch)
            }
            check.expect(server.asked, equals: ["a", "b", "c"], "Mirrors a and b fail, and c gives the file.")
            check.expect(server.mostAtOnce == 1, "Two mirrors are asked at the same time.")
            check.expect(try? outcome.get(), equals: "C", "Mirror c gives the file.")
        },
        Check(
            "patience",
            "Each mirror gets its own limit, and no more time than that.",
            after: ["in-order"],
            misconceptions: [.leak: "wait-timeout-cancels"]
        ) { check in
            let server = FakeServer(
                delays: ["a": .milliseconds(600), "b": .seconds(5), "c": .milliseconds(500)],
                failing: ["a"]
            )
            do {
                let text = try await fetchFromMirrors(["a", "b", "c"], patience: .seconds(1), with: server.fetch)
                check.expect(text, equals: "C", "Patience lasts for 1 s, and mirror b would take 5 s.")
                check.expectElapsed(
                    .milliseconds(2_100),
                    "Mirror a fails after 0.6 s, b is given up after 1 s, and c takes 0.5 s.",
                    misconception: check.elapsed == .milliseconds(6_100) ? "timeout-only-reports" : nil
                )
            } catch let error as TimeoutError {
                let beliefs: [Duration: String] = [
                    .seconds(1): "one-timeout-for-all", .milliseconds(1_600): "timeout-error-inside",
                ]
                check.fail(
                    "Mirror c would have given the file, but \(error) is thrown after \(check.elapsed), and it is never asked.",
                    misconception: server.asked == ["a", "b"] ? beliefs[check.elapsed] : nil
                )
            }
        },
        Check(
            "one-at-a-time",
            "The next mirror is asked when the one before has ended.",
            after: ["patience"]
        ) { check in
            let server = SlowGoodbye()
            let text = try await fetchFromMirrors(["a", "b"], patience: .seconds(1), with: server.fetch)
            let expected = ["[0.0] ask a", "[4.0] end a", "[4.0] ask b", "[4.5] end b"]
            check.expect(
                server.log.lines,
                equals: expected,
                "Mirror a is too slow, and needs 3 s more to hang up.",
                misconception: server.mostAtOnce == 2 ? "cancel-is-instant" : nil
            )
            check.expect(text, equals: "B", "Mirror b gives the file.")
            // What still runs is told by the lines above.
            if server.onTheLine > 0 { try await sleep(for: .seconds(10)) }
        },
        Check("last-error", "If no mirror gives the file, the last one's error is thrown.", after: ["patience"]) {
            check in
            let failing = FakeServer(delays: ["a": .seconds(5)], failing: ["b", "c"])
            let failed = await check.expectThrows(FakeServer.Failed.self, "Mirror a is too slow, then b and c fail.") {
                _ = try await fetchFromMirrors(["a", "b", "c"], patience: .seconds(2), with: failing.fetch)
            }
            if let failed { check.expect(failed, equals: .init(name: "c"), "Mirror c is the last one.") }
            let slow = FakeServer(delays: ["b": .seconds(5)], failing: ["a"])
            await check.expectThrows(TimeoutError.self, "Mirror a fails, then b is too slow.") {
                _ = try await fetchFromMirrors(["a", "b"], patience: .seconds(2), with: slow.fetch)
            }
        },
        Check(
            "cancelled",
            "When fetchFromMirrors is cancelled, it ends cancelled, and no further mirror is asked.",
            after: ["one-at-a-time", "last-error"],
            cancelling: .everySuspensionPoint,
            misconceptions: [.cancellation: "catch-lets-cancellation-pass", .leak: "wait-owns-its-tasks"]
        ) { check in
            let server = SlowGoodbye()
            let outcome = await check.attempt {
                try await fetchFromMirrors(["a", "b", "c"], patience: .seconds(1), with: server.fetch)
            }
            guard check.isCancelling, case .failure = outcome else { return }
            // Mirror b answers unless it is cancelled.
            check.expect(!server.log.texts.contains("ask c"), "Mirror c was asked after the cancellation.")
        },
    ]
}
