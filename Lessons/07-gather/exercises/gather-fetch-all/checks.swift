import ConcurrencyKit
import LessonChecks

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check("in-order", "The texts come in the order of the pages.") { check in
            let server = FakeServer(delays: ["a": .seconds(3), "b": .seconds(1), "c": .seconds(2)])
            let texts = try await fetchAll(["a", "b", "c"], with: server.fetch)
            check.expect(
                texts,
                equals: ["A", "B", "C"],
                "Page a takes longest, and its text still comes first.",
                misconception: texts == ["B", "C", "A"] ? "results-in-finish-order" : nil
            )
            check.expect(try await fetchAll([], with: server.fetch), equals: [], "There are no pages at all.")
        },
        Check("together", "All pages are fetched at the same time.", after: ["in-order"]) { check in
            let server = FakeServer(delays: ["a": .seconds(3), "b": .seconds(1), "c": .seconds(2)])
            _ = try await fetchAll(["a", "b", "c"], with: server.fetch)
            check.expectElapsed(
                .seconds(3),
                "The pages take 3 s, 1 s and 2 s.",
                misconception: check.elapsed == .seconds(6) ? "await-in-loop-overlaps" : nil
            )
            let many = FakeServer()
            let texts = try await fetchAll((1...12).map { "page \($0)" }, with: many.fetch)
            check.expect(
                texts,
                equals: (1...12).map { "PAGE \($0)" },
                "There are twelve pages, from page 1 to page 12."
            )
            check.expect(many.mostAtOnce, equals: 12, "There are twelve pages. So many were on their way at one time.")
        },
        Check("failures", "A page that fails is nil, and the others are kept.", after: ["in-order"]) { check in
            let server = FakeServer(delays: ["c": .seconds(2)], failing: ["b"])
            do {
                let texts = try await fetchAll(["a", "b", "c"], with: server.fetch)
                check.expect(
                    texts,
                    equals: ["A", nil, "C"],
                    "Page b cannot be fetched, and its place stays.",
                    misconception: texts == ["A", "C"] ? "errors-are-left-out" : nil
                )
            } catch is FakeServer.Failed {
                check.fail(
                    "Page b cannot be fetched, and fetchAll throws its error. The texts of a and c are lost.",
                    misconception: "error-spoils-all"
                )
                // What still runs is told by the line above.
                try await sleep(for: .seconds(10))
            }
        },
        Check(
            "cancelled",
            "When fetchAll is cancelled, it ends cancelled, and no fetch goes on.",
            after: ["together", "failures"],
            cancelling: .everySuspensionPoint,
            misconceptions: [.cancellation: "catch-lets-cancellation-pass"]
        ) { check in
            let server = FakeServer(delays: ["b": .seconds(2)])
            let outcome = await check.attempt { try await fetchAll(["a", "b", "c"], with: server.fetch) }
            guard check.isCancelling, case .failure = outcome else { return }
            check.expect(server.running == 0, "fetchAll has ended, and a fetch still goes on.")
        },
    ]
}
