import ConcurrencyKit
import LessonChecks
import Testing

/// Suites of checks against right and wrong functions, and what a person reads.
@Suite struct ExpectationTests {
    private func checks(_ fetchAll: @escaping @Sendable @Loop ([String], @escaping Fetch) async throws -> [String])
        -> [Check]
    {
        [
            Check("in-order", "The texts come in the order of the pages.") { check in
                let server = FakeServer(delays: ["a": .seconds(2)])
                let texts = try await fetchAll(["a", "b", "c"], server.fetch)
                check.expect(
                    texts,
                    equals: ["A", "B", "C"],
                    "The texts are not in the order of the pages.",
                    misconception: "as-they-end"
                )
            },
            Check("together", "All pages are fetched at the same time.", after: ["in-order"]) { check in
                let server = FakeServer()
                _ = try await fetchAll(["a", "b", "c"], server.fetch)
                check.expectElapsed(.seconds(1), "Each fetch waits for the one before.", misconception: "one-by-one")
                check.expect(server.mostAtOnce, equals: 3, "They do not run together.")
            },
        ]
    }

    @Test func rightSolutionPassesUnderManyOrders() {
        #expect(
            report(checks { try await FetchAll.right($0, with: $1) }) == """
                passed   in-order  The texts come in the order of the pages.  (120 runs, all there are)
                passed   together  All pages are fetched at the same time.  (257 runs)
                2 passed
                """
        )
    }

    @Test func durationsAreExact() {
        #expect(
            report(checks { try await FetchAll.oneAfterTheOther($0, with: $1) }) == """
                passed   in-order  The texts come in the order of the pages.  (1 run, all there are)
                failed   together  All pages are fetched at the same time.
                    Each fetch waits for the one before.
                      expected to take 1.0 seconds
                      but it took      3.0 seconds
                    [one-by-one]
                    They do not run together.
                      expected 3
                      but got  1
                    (fifo; 13 of 13 runs failed)
                1 passed, 1 failed
                """
        )
    }

    @Test func dependentCheckIsSkippedWithTheReason() {
        #expect(
            report(checks { try await FetchAll.asTheyEnd($0, with: $1) }) == """
                failed   in-order  The texts come in the order of the pages.
                    The texts are not in the order of the pages.
                      expected ["A", "B", "C"]
                      but got  ["B", "C", "A"]
                    [as-they-end]
                    (fifo; 13 of 13 runs failed)
                skipped  together  All pages are fetched at the same time.
                    it builds on "The texts come in the order of the pages.", which must pass first
                1 failed, 1 skipped
                """
        )
    }
}
