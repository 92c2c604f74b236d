import ConcurrencyKit
import LessonChecks

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check(
            "together",
            "All pages are fetched at the same time, and their texts come in order.",
            misconceptions: [.leak: "run-waits-for-leftovers"]
        ) { check in
            let network = Network(check, seconds: ["a": 3, "b": 1, "c": 2])
            let texts = try await fetchAll(["a", "b", "c"], open: network.open)
            check.expect(texts, equals: ["A", "B", "C"], "Page a takes longest, and its text still comes first.")
            check.expect(
                network.closing.sorted(),
                equals: ["a", "b", "c"],
                "Each page has a connection, which is closed once.",
                misconception: network.closing.isEmpty && !network.opened.isEmpty ? "run-waits-for-leftovers" : nil
            )
            check.expectElapsed(
                .seconds(5),
                "To open takes 1 s, page a takes 3 s, and to close takes 1 s.",
                misconception: check.elapsed == .seconds(12) ? "await-in-loop-overlaps" : nil
            )
        },
        Check("closed", "A page that fails closes its connection as well.", after: ["together"]) { check in
            let network = Network(check, seconds: ["b": 1], failing: ["b"])
            _ = await check.attempt { try await fetchAll(["b"], open: network.open) }
            check.expect(
                network.stillOpen,
                equals: [],
                "Page b could not be fetched. This connection is still open.",
                misconception: network.closing.isEmpty ? "cleanup-after-success" : nil
            )
            let rude = Network(check, seconds: ["b": 1], failingToClose: ["b"])
            let outcome = await check.attempt { try await fetchAll(["b"], open: rude.open) }
            if case .success = outcome { check.fail("To close the connection to b failed, and nobody was told.") }
        },
        Check(
            "failure",
            "When a page fails, all others are cancelled and closed, and its error is thrown.",
            after: ["closed"]
        ) { check in
            let network = Network(
                check,
                seconds: ["a": 600, "b": 1, "c": 600, "d": 600],
                slowToClose: ["a"],
                failing: ["b"]
            )
            let outcome = await check.attempt { try await fetchAll(["a", "b", "c", "d"], open: network.open) }
            check.expect(
                network.running.sorted(),
                equals: [],
                "fetchAll has ended, because page b failed. These pages are still being fetched.",
                misconception: "siblings-are-cancelled"
            )
            check.expect(
                network.stillOpen,
                equals: [],
                "fetchAll has ended, because page b failed. These connections are still open.",
                misconception: network.isClosing ? "cancel-waits-for-the-end" : nil
            )
            switch outcome {
            case .failure(is Network.Failed): break
            case .failure(let error):
                check.fail(
                    "Page b fails with an error of its own, and fetchAll throws another: \(error)",
                    misconception: error is ExceptionGroup ? "group-throws-first-error" : nil
                )
            case .success(let texts): check.fail("Page b could not be fetched, and fetchAll returns \(texts).")
            }
            if check.elapsed > .seconds(60) {
                check.fail("Page b failed after 2 s, and the pages that take ten minutes were waited for.")
            }
            // What is still there is told by the lines above.
            if !network.stillOpen.isEmpty { try await sleep(for: .seconds(700)) }
        },
        Check(
            "open-or-close",
            "A page that cannot be opened, or not be closed, counts as one that fails.",
            after: ["failure"]
        ) { check in
            let networks = [
                ("opened", Network(check, seconds: ["a": 600, "b": 2], failingToOpen: ["b"])),
                ("closed", Network(check, seconds: ["a": 600, "b": 2], failingToClose: ["b"])),
            ]
            for (what, network) in networks {
                let begin = check.elapsed
                let outcome = await check.attempt { try await fetchAll(["a", "b"], open: network.open) }
                check.expect(network.stillOpen, equals: [], "It has ended. These connections are still open.")
                let story = "The connection to b cannot be \(what)."
                switch outcome {
                case .failure(let error as Network.Failed):
                    check.expect(error.page == "b", "\(story) \(error) is thrown.")
                case .failure(let error):
                    check.fail(
                        "\(story) That has an error of its own, and fetchAll throws another: \(error)",
                        misconception: error is ExceptionGroup ? "group-throws-first-error" : nil
                    )
                case .success(let texts): check.fail("\(story) fetchAll returns \(texts).")
                }
                check.expect(
                    check.elapsed - begin < .seconds(60),
                    "\(story) Page a takes ten minutes, and it was waited for all the same."
                )
            }
        },
        Check(
            "cancelled",
            "When fetchAll is cancelled, it ends cancelled, and all that it opened is closed.",
            after: ["open-or-close"],
            cancelling: .everySuspensionPoint,
            misconceptions: [.cancellation: "catch-lets-cancellation-pass"]
        ) { check in
            let network = Network(check, seconds: ["a": 3, "b": 1, "c": 2], slowToClose: ["b"])
            let outcome = await check.attempt { try await fetchAll(["a", "b", "c"], open: network.open) }
            guard check.isCancelling, case .failure = outcome else { return }
            check.expect(
                network.cutShort.sorted(),
                equals: [],
                "It was cancelled while it closed connections, and the closing of these was cut short.",
                misconception: "cleanup-is-protected"
            )
            check.expect(
                network.stillOpen,
                equals: [],
                "It has ended, and these connections are still open.",
                misconception: network.isClosing ? belief(check) : nil
            )
        },
        Check(
            "both",
            "When it is cancelled after a page has failed, all that it opened is closed as well.",
            after: ["cancelled"]
        ) { check in
            for time in [2500, 4500] {
                let network = Network(check, seconds: ["a": 600, "b": 1], slowToClose: ["a"], failing: ["b"])
                let fetching = createTask(name: "your code") { try await fetchAll(["a", "b"], open: network.open) }
                try await sleep(for: .milliseconds(time))
                fetching.cancel()
                _ = try await wait(for: [fetching])
                // Either error will do.
                if !fetching.cancelled { _ = try fetching.exception() }
                let story = "Page b failed after 2 s, and fetchAll was cancelled after \(Duration.milliseconds(time))."
                check.expect(network.cutShort, equals: [], "\(story) The closing of these connections was cut short.")
                check.expect(network.stillOpen, equals: [], "\(story) It has ended, and these are still open.")
                // What is still there is told by the lines above.
                guard network.stillOpen.isEmpty else { return try await sleep(for: .seconds(700)) }
            }
        },
    ]

    /// Why it may have ended while connections were being closed.
    private static func belief(_ check: CheckRun) -> String? {
        guard let source = try? check.source else { return nil }
        if source.uses("gather") { return "cancelled-gather-waits-for-all" }
        return source.uses("shield") ? "shield-delays-the-cancel" : nil
    }
}

extension Checks {
    /// Opens connections and closes them, in virtual time, and knows which are open.
    private final class Network {
        struct Failed: Error, Equatable {
            let page: String
        }

        private(set) var opened: [String] = []
        fileprivate(set) var running: Set<String> = []
        /// Those whose closing has begun.
        fileprivate(set) var closing: [String] = []
        /// Those whose closing was cancelled.
        fileprivate(set) var cutShort: [String] = []
        fileprivate var resources: [String: LessonChecks.Resource] = [:]
        fileprivate let failing: Set<String>
        fileprivate let failingToClose: Set<String>
        private let failingToOpen: Set<String>
        private let seconds: [String: Int]
        private let slowToClose: Set<String>
        private let check: CheckRun

        /// - Parameters:
        ///   - seconds: how long each page takes. To open takes 1 s.
        ///   - slowToClose: to close takes 1 s, and 5 s for these.
        init(
            _ check: CheckRun,
            seconds: [String: Int],
            slowToClose: Set<String> = [],
            failing: Set<String> = [],
            failingToClose: Set<String> = [],
            failingToOpen: Set<String> = []
        ) {
            self.check = check
            self.seconds = seconds
            self.slowToClose = slowToClose
            self.failing = failing
            self.failingToClose = failingToClose
            self.failingToOpen = failingToOpen
        }

        var stillOpen: [String] { resources.filter { $0.value.isOpen }.map(\.key).sorted() }
        /// All that are open are being closed.
        var isClosing: Bool { stillOpen.allSatisfy { closing.contains($0) && !cutShort.contains($0) } }

        func open(_ page: String) async throws -> any Connection {
            try await sleep(for: .seconds(1))
            if failingToOpen.contains(page) { throw Failed(page: page) }
            opened.append(page)
            resources[page] = check.resource("the connection to \(page)")
            return Line(
                page: page,
                network: self,
                answer: .seconds(seconds[page] ?? 1),
                goodbye: .seconds(slowToClose.contains(page) ? 5 : 1)
            )
        }
    }
}

extension Checks {
    private final class Line: Connection {
        private let page: String
        private let network: Network
        private let answer: Duration
        private let goodbye: Duration

        init(page: String, network: Network, answer: Duration, goodbye: Duration) {
            self.page = page
            self.network = network
            self.answer = answer
            self.goodbye = goodbye
        }

        func get() async throws -> String {
            network.running.insert(page)
            defer { network.running.remove(page) }
            try await sleep(for: answer)
            if network.failing.contains(page) { throw Network.Failed(page: page) }
            return page.uppercased()
        }

        func close() async throws {
            network.closing.append(page)
            do { try await sleep(for: goodbye) } catch {
                network.cutShort.append(page)
                throw error
            }
            network.resources[page]?.close()
            if network.failingToClose.contains(page) { throw Network.Failed(page: page) }
        }
    }
}
