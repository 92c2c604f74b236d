import ConcurrencyKit
import LessonChecks

extension Checks {
    /// Pages that take `delays`; when cancelled, they need 3 s to tidy up.
    final class SlowGoodbye {
        private(set) var asked: [String] = []
        private(set) var tidying: [String] = []
        private(set) var ended: [String] = []
        private let delays: [String: Duration]
        /// Those that answer a request to stop with their text.
        private let stubborn: Set<String>

        init(delays: [String: Duration], stubborn: Set<String> = []) {
            self.delays = delays
            self.stubborn = stubborn
        }

        /// Those that are still at work.
        var open: [String] { asked.filter { !ended.contains($0) } }

        func fetch(_ name: String) async throws -> String {
            asked.append(name)
            defer { ended.append(name) }
            do { try await sleep(for: delays[name] ?? .seconds(1)) } catch {
                tidying.append(name)
                try await sleep(for: .seconds(3))
                if !stubborn.contains(name) { throw error }
            }
            return name.uppercased()
        }
    }
}

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check("as-they-come", "Each page is shown as soon as it is there.") { check in
            let server = FakeServer(delays: ["a": .seconds(2), "b": .seconds(1), "c": .seconds(3)])
            let shown = CallLog()
            let missing = try await showPages(["a", "b", "c"], within: .seconds(9), with: server.fetch) { page, text in
                shown("\(page): \(text ?? "nil")")
            }
            let beliefs = [
                ["[1.0] a: B", "[2.0] b: A", "[3.0] c: C"]: "completed-in-argument-order",
                ["[2.0] a: A", "[2.0] b: B", "[3.0] c: C"]: "awaits-end-in-finish-order",
                ["[3.0] a: A", "[3.0] b: B", "[3.0] c: C"]: "waits-for-all",
            ]
            check.expect(
                shown.lines,
                equals: ["[1.0] b: B", "[2.0] a: A", "[3.0] c: C"],
                "Page a takes 2 s, b 1 s and c 3 s.",
                misconception: beliefs[shown.lines]
            )
            check.expect(missing, equals: [], "All pages have come in time.")
            if !shown.lines.isEmpty {
                let none = try await showPages([], within: .seconds(9), with: server.fetch) { _, _ in }
                check.expect(none, equals: [], "Where there are no pages, none is missing.")
                check.expectElapsed(.seconds(3), "Where there are no pages, there is nothing to wait for.")
            }
        },
        Check(
            "failed",
            "A page that cannot be fetched is shown with nil, and the others follow.",
            after: ["as-they-come"]
        ) {
            check in
            let server = FakeServer(delays: ["a": .seconds(3), "c": .seconds(2)], failing: ["b"])
            let shown = CallLog()
            do {
                let missing = try await showPages(["a", "b", "c"], within: .seconds(9), with: server.fetch) {
                    page,
                    text in
                    shown("\(page): \(text ?? "nil")")
                }
                check.expect(
                    shown.lines,
                    equals: ["[1.0] b: nil", "[2.0] c: C", "[3.0] a: A"],
                    "Page b fails after 1 s.",
                    misconception: shown.lines == ["[2.0] c: C", "[3.0] a: A"] ? "errors-are-left-out" : nil
                )
                check.expect(missing, equals: [], "All pages have ended in time.")
            } catch is FakeServer.Failed {
                check.fail(
                    "Page b cannot be fetched, and showPages throws its error. Pages a and c are not shown.",
                    misconception: "error-ends-iteration"
                )
                // What still runs is told by the line above.
                try await sleep(for: .seconds(10))
            }
        },
        Check(
            "limit",
            "When the time is over, what is missing is told.",
            after: ["failed"],
            // What becomes of the missing pages is for the next check.
            leftovers: .allowed
        ) { check in
            let server = FakeServer(delays: [
                "a": .seconds(60), "b": .seconds(2), "c": .seconds(1), "d": .seconds(60), "e": .seconds(5),
            ])
            let shown = CallLog()
            let missing = try await showPages(
                ["e", "d", "c", "b", "a"],
                within: .seconds(4),
                with: server.fetch
            ) { page, _ in shown(page) }
            let perRound = check.elapsed == .seconds(9) && missing == ["d", "a"]
            check.expect(
                missing,
                equals: ["e", "d", "a"],
                "After 4 s pages c and b are there, and e would take 5 s.",
                misconception: perRound ? "timeout-per-item" : nil
            )
            check.expect(
                shown.lines,
                equals: ["[1.0] c", "[2.0] b"],
                "Page c takes 1 s and b 2 s.",
                misconception: perRound ? "timeout-per-item" : nil
            )
        },
        Check(
            "missing",
            "What is missing is cancelled, and has ended before showPages returns.",
            after: ["limit"],
            leftovers: .allowed
        ) { check in
            let server = SlowGoodbye(
                delays: ["a": .seconds(60), "b": .seconds(1), "c": .seconds(60)],
                stubborn: ["c"]
            )
            let shown = CallLog()
            let missing = try await showPages(["a", "b", "c"], within: .seconds(2), with: server.fetch) { page, _ in
                shown(page)
            }
            let open = server.open
            // Who was cancelled in this moment has the error now.
            try await sleep(for: .zero)
            if !open.isEmpty {
                let state = server.tidying.isEmpty ? "nobody has told them to stop" : "they still tidy up"
                let beliefs = [[]: "wait-timeout-cancels", ["a", "c"]: "cancel-is-instant"]
                check.fail(
                    "showPages has returned after \(check.elapsed), pages \(open) are under way, and \(state).",
                    misconception: check.elapsed == .seconds(2) ? beliefs[server.tidying.sorted()] : nil
                )
            } else {
                check.expectElapsed(.seconds(5), "The time is over after 2 s, and the pages take 3 s to tidy up.")
                check.expect(
                    missing,
                    equals: ["a", "c"],
                    "Page b has come in time; c has its text 3 s after the limit."
                )
                check.expect(shown.texts, equals: ["b"], "After the limit nothing more is shown.")
            }
        },
        Check(
            "cancelled",
            "When showPages is cancelled, it ends cancelled, and no fetch goes on.",
            after: ["missing"],
            cancelling: .everySuspensionPoint,
            misconceptions: [.leak: "wait-owns-its-tasks", .cancellation: "catch-lets-cancellation-pass"]
        ) { check in
            let server = SlowGoodbye(delays: ["a": .seconds(60), "b": .seconds(1), "c": .seconds(2)])
            _ = await check.attempt {
                try await showPages(["a", "b", "c"], within: .seconds(4), with: server.fetch) { _, _ in }
            }
        },
    ]
}
