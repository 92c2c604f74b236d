import ConcurrencyKit
import LessonChecks

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check("all", "All pages are fetched and saved, and never too many at once.") { check in
            let server = FakeServer(failing: ["c"])
            var saved: [String: String] = [:]
            var times: [Duration] = []
            try await fetchAll(["a", "b", "c", "d", "e"], atMost: 2, grace: .seconds(5), with: server.fetch) {
                page,
                text in
                saved[page] = text
                times.append(check.elapsed)
            }
            check.expect(
                saved,
                equals: ["a": "A", "b": "B", "d": "D", "e": "E"],
                "Of five pages only page c cannot be fetched."
            )
            check.expect(
                times,
                equals: [1, 1, 2, 3].map { .seconds($0) },
                "Each page takes 1 s, two at a time, and page c cannot be fetched. These are the times at which pages are saved."
            )
            check.expect(
                server.mostAtOnce <= 2,
                "At most 2 may be fetched at once, and there were \(server.mostAtOnce)."
            )
            check.expectElapsed(.seconds(3), "Five pages of 1 s each, two at a time.")
            try await fetchAll([], atMost: 2, grace: .seconds(5), with: server.fetch) { _, _ in }
        },
        Check(
            "finished",
            "When it is cancelled, what is under way may be finished, and nothing new begins.",
            after: ["all"]
        ) { check in
            let network = Network()
            let pages = ["a", "b", "c", "d", "e"]
            _ = await attempt(check, pages, atMost: 2, network, grace: .seconds(5), stops: [500])
            check.expect(
                network.asked.count,
                equals: 2,
                "Two pages were under way when it was cancelled. So many were asked for in all.",
                misconception: network.asked.count > 2 ? "closed-means-later" : nil
            )
            check.expect(
                network.saved.sorted(),
                equals: network.asked.sorted(),
                "The pages that were under way needed 0.5 s more, and there were 5 s of grace.",
                misconception: network.saved.isEmpty ? "cancel-stops-at-the-waiter" : nil
            )
            check.expectElapsed(
                .seconds(1),
                "It is cancelled after 0.5 s. After 1 s nothing is under way any more.",
                misconception: check.elapsed == .milliseconds(5500) ? "grace-is-a-pause" : nil
            )
        },
        Check(
            "cut-off",
            "What is not finished after the grace period is cancelled and waited for.",
            after: ["finished"]
        ) { check in
            let network = Network()
            let pages = ["bad", "film", "slow"]
            _ = await attempt(check, pages, atMost: 3, network, grace: .seconds(2), stops: [500])
            check.expect(
                network.saved,
                equals: ["slow"],
                "It is cancelled after 0.5 s. One page cannot be fetched, which is known after 1 s. One takes 2 s, and the film"
                    + " ten minutes."
            )
            check.expect(
                network.open.sorted(),
                equals: [],
                "It has ended, and these are still open: they need 1 s to close.",
                misconception: "cancel-waits-for-the-end"
            )
            check.expectElapsed(
                .milliseconds(3500),
                "It is cancelled after 0.5 s, there are 2 s of grace, and the film needs 1 s to close.",
                misconception: check.elapsed >= .seconds(600) ? "grace-is-endless" : nil
            )
            // What is still there is told by the lines above.
            if !network.open.isEmpty { try await sleep(for: .seconds(2)) }
        },
        Check("thrown-on", "In the end it throws the cancellation on.", after: ["cut-off"]) { check in
            let outcome = await attempt(check, ["a", "film"], atMost: 2, Network(), grace: .seconds(2), stops: [500])
            switch outcome {
            case .failure(is CancelledError): break
            case .failure(let error): check.fail("It was cancelled, and it threw another error: \(error)")
            case .success:
                check.fail(
                    "It was cancelled, and it returned as if nothing had been asked.",
                    misconception: "swallowed-still-cancelled"
                )
            }
        },
        Check("hurry", "A second cancellation ends the grace period, and nothing else.", after: ["thrown-on"]) {
            check in
            let network = Network()
            let outcome = await attempt(
                check,
                ["a", "film"],
                atMost: 2,
                network,
                grace: .seconds(10),
                stops: [500, 1500]
            )
            check.expect(
                network.open.sorted(),
                equals: [],
                "It has ended, and these are still open.",
                misconception: "cleanup-is-protected"
            )
            check.expectElapsed(
                .milliseconds(2500),
                "It is cancelled after 0.5 s and once more after 1.5 s. Then the film needs 1 s to close.",
                misconception: check.elapsed == .milliseconds(11500) ? "cancel-delivered-once" : nil
            )
            if case .success = outcome { check.fail("It was cancelled twice, and it returned.") }
            // What is still there is told by the lines above.
            if !network.open.isEmpty { try await sleep(for: .seconds(700)) }
        },
        Check(
            "always",
            "Whenever it is cancelled, and however often: when it ends, nothing goes on.",
            after: ["hurry"],
            cancelling: .everySuspensionPoint
        ) { check in
            let network = Network()
            _ = await attempt(check, ["a", "film"], atMost: 2, network, grace: .seconds(2), stops: [500, 1500])
            check.expect(
                network.open.sorted(),
                equals: [],
                "It was cancelled after 0.5 s, after 1.5 s and once more. It has ended, and these are still open.",
                misconception: "cleanup-is-protected"
            )
            // What is still there is told by the line above.
            if !network.open.isEmpty { try await sleep(for: .seconds(700)) }
        },
    ]

    /// Calls `fetchAll` and cancels it at these times, in milliseconds from now.
    private static func attempt(
        _ check: CheckRun,
        _ pages: [String],
        atMost limit: Int,
        _ network: Network,
        grace: Duration,
        stops: [Int]
    ) async -> Result<Void, any Error> {
        await check.attempt {
            var alarms: [Handle] = []
            if let loop = EventLoop.running, let task = LoopTask.current {
                alarms = stops.map { time in loop.callLater(.milliseconds(time)) { task.cancel() } }
            }
            defer { for alarm in alarms { alarm.cancel() } }
            try await fetchAll(pages, atMost: limit, grace: grace, with: network.fetch) { page, _ in
                network.saved.append(page)
            }
        }
    }
}

extension Checks {
    /// Answers after 1 s, or 2 s if it is slow; a film takes ten minutes. Whoever cancels a request waits for 1 s until its connection is closed.
    private final class Network {
        private(set) var asked: [String] = []
        private(set) var open: Set<String> = []
        var saved: [String] = []

        func fetch(_ page: String) async throws -> String {
            asked.append(page)
            open.insert(page)
            defer { open.remove(page) }
            do { try await sleep(for: .seconds(page == "film" ? 600 : page == "slow" ? 2 : 1)) } catch {
                try await sleep(for: .seconds(1))
                throw error
            }
            if page == "bad" { throw FakeServer.Failed(name: page) }
            return page.uppercased()
        }
    }
}
