import ConcurrencyKit
import LessonChecks

extension Checks {
    /// Each page takes 1 s; when it is cancelled, page a tidies up for 1 s, and any other for 3 s.
    private final class SlowGoodbye {
        private(set) var open: Set<String> = []

        func fetch(_ page: String) async throws -> String {
            open.insert(page)
            defer { open.remove(page) }
            do { try await sleep(for: .seconds(1)) } catch {
                try await sleep(for: .seconds(page == "a" ? 1 : 3))
                throw error
            }
            return page.uppercased()
        }
    }
}

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check("in-order", "The texts come in the order of the pages, and a page that fails is nil.") { check in
            let server = FakeServer(delays: ["a": .seconds(3), "c": .seconds(2)], failing: ["d"])
            let texts = try await fetchAll(["a", "b", "c", "d", "e"], atMost: 2, with: server.fetch)
            check.expect(
                texts,
                equals: ["A", "B", "C", nil, "E"],
                "Page a takes longest, page d cannot be fetched, and each text is in its own place.",
                misconception: isInFinishOrder(texts, server) ? "results-in-finish-order" : nil
            )
            let none = try await fetchAll([], atMost: 2, with: server.fetch)
            check.expect(none, equals: [], "There are no pages, so there are no texts.")
        },
        Check("limit", "Never are more pages fetched at the same time than may be.", after: ["in-order"]) { check in
            for limit in 1...3 {
                let server = FakeServer(delays: ["a": .seconds(3), "d": .seconds(2)])
                _ = try await fetchAll(pages, atMost: limit, with: server.fetch)
                let isKept = check.expect(
                    server.mostAtOnce <= limit,
                    "Of six pages at most \(limit) may be fetched at once, and there were \(server.mostAtOnce).",
                    misconception: server.mostAtOnce == pages.count ? "limiter-does-nothing" : nil
                )
                guard isKept else { return }
            }
        },
        Check("handed-on", "A slot that changes hands is never used by two.", after: ["limit"]) { check in
            // Its slot comes free before others have even asked for one.
            let server = FakeServer(delays: ["a": .zero])
            _ = try await fetchAll(["a", "b", "c"], atMost: 1, with: server.fetch)
            check.expect(
                server.mostAtOnce,
                equals: 1,
                "Page a is there at once. Of the others one at a time may be fetched."
            )
        },
        Check("full", "As long as pages are left, as many are fetched as may be.", after: ["handed-on"]) { check in
            for limit in [2, 3, 9] {
                let begin = check.elapsed
                let server = FakeServer(delays: seconds.mapValues { .seconds($0) })
                _ = try await fetchAll(pages, atMost: limit, with: server.fetch)
                let took = check.elapsed - begin
                let isShort = check.expect(
                    took,
                    equals: .seconds(shortest(server.asked, slots: limit)),
                    "With \(limit) at once and in the order \(server.asked.joined(separator: ", ")), this is how long"
                        + " they take.",
                    misconception: server.asked == pages ? belief(took, limit) : nil
                )
                guard isShort else { return }
            }
        },
        Check(
            "no-slot-lost",
            "A page that fails does not hold up the others.",
            after: ["full"],
            misconceptions: [.deadlock: "defer-runs-once"]
        ) { check in
            let server = FakeServer(failing: ["a", "b", "c", "d"])
            let texts = try await fetchAll(pages, atMost: 2, with: server.fetch)
            check.expect(
                texts,
                equals: [nil, nil, nil, nil, "E", "F"],
                "Four pages fail, and the two others are there."
            )
            check.expectElapsed(.seconds(3), "Six pages of 1 s each, two at a time, whether they fail or not.")
        },
        Check(
            "cancelled",
            "When fetchAll is cancelled, it ends cancelled, no fetch goes on, and none begins.",
            after: ["no-slot-lost"],
            cancelling: .everySuspensionPoint,
            misconceptions: [.cancellation: "catch-lets-cancellation-pass"]
        ) { check in
            let server = FakeServer(delays: ["b": .seconds(2)], failing: ["c"])
            let outcome = await check.attempt { try await fetchAll(pages, atMost: 2, with: server.fetch) }
            guard check.isCancelling, case .failure = outcome else { return }
            check.expect(server.running == 0, "fetchAll has ended, and a fetch still goes on.")
            let texts = server.log.texts
            let end = texts.firstIndex { $0.hasPrefix("cancel") } ?? texts.endIndex
            let late = texts[end...].filter { $0.hasPrefix("ask") }
            check.expect(late, equals: [], "After the cancellation another page was asked for.")
        },
        Check(
            "tidied",
            "When it is cancelled, it ends only when each fetch has ended, also one that has to tidy up first.",
            after: ["cancelled"],
            cancelling: .everySuspensionPoint,
            misconceptions: [.cancellation: "catch-lets-cancellation-pass"]
        ) { check in
            let server = SlowGoodbye()
            _ = await check.attempt { try await fetchAll(["a", "b", "c"], atMost: 2, with: server.fetch) }
            let open = server.open.sorted()
            let usesGather = (try? check.source)?.uses("gather") ?? false
            check.expect(
                open,
                equals: [],
                "It was cancelled, and it has ended. These pages still tidy up.",
                misconception: usesGather ? "cancelled-gather-waits-for-all" : "cancel-waits-for-the-end"
            )
            // What is still there is told by the line above.
            if !open.isEmpty { try await sleep(for: .seconds(10)) }
        },
    ]

    private static let pages = ["a", "b", "c", "d", "e", "f"]
    private static let seconds = ["a": 3, "b": 1, "c": 1, "d": 2, "e": 1, "f": 1]

    /// What it would take if each slot were given on as soon as it is free.
    private static func shortest(_ asked: [String], slots: Int) -> Int {
        var ends = Array(repeating: 0, count: slots)
        for page in asked {
            let first = ends.indices.min { ends[$0] < ends[$1] } ?? 0
            ends[first] += seconds[page] ?? 0
        }
        return ends.max() ?? 0
    }

    private static func belief(_ took: Duration, _ limit: Int) -> String? {
        let all = pages.map { seconds[$0] ?? 0 }
        let starts = stride(from: 0, to: all.count, by: limit)
        let batches = starts.map { start in all[start..<min(start + limit, all.count)].max() ?? 0 }
        if took == .seconds(all.reduce(0, +)) { return "limit-is-a-lock" }
        return took == .seconds(batches.reduce(0, +)) ? "limit-means-batches" : nil
    }

    private static func isInFinishOrder(_ texts: [String?], _ server: FakeServer) -> Bool {
        texts.compactMap(\.self) == server.answered.map { $0.uppercased() }
    }
}
