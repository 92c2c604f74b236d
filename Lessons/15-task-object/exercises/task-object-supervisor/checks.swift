import ConcurrencyKit
import LessonChecks

extension Checks {
    struct Broken: Error {}
}

extension Checks {
    /// A service that runs until it is cancelled, and then tidies up for a while.
    final class Service {
        private let cleanup: Duration
        private let cleanupFails: Bool
        private(set) var starts = 0
        private(set) var alive = 0

        init(cleanup: Duration, cleanupFails: Bool = false) {
            self.cleanup = cleanup
            self.cleanupFails = cleanupFails
        }

        func serve() async throws {
            starts += 1
            alive += 1
            defer { alive -= 1 }
            do { try await sleep(for: .seconds(3600)) } catch {
                if cleanup > .zero { try await sleep(for: cleanup) }
                throw cleanupFails ? Broken() : error
            }
        }
    }
}

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check(
            "ends",
            "Whoever returns or is cancelled is noted, leaves `running`, and stays down.",
            misconceptions: [.error: "cancelled-counts-as-error"]
        ) { check in
            let supervisor = Supervisor()
            supervisor.start("post") { try await sleep(for: .seconds(1)) }
            supervisor.start("mail") { try await sleep(for: .seconds(60)) }
            supervisor.start("web") { try await sleep(for: .seconds(60)) }
            check.expect(
                supervisor.running.map(\.name).sorted(),
                equals: ["mail", "post", "web"],
                "Three services have been started."
            )
            try await sleep(for: .seconds(2))
            let mail = supervisor.running.first { $0.name == "mail" }
            mail?.cancel()
            try await sleep(for: .seconds(1))
            let log = supervisor.log
            let misread = [["post: returned"], ["post: returned", "mail: failed"]].contains(log)
            let logged = check.expect(
                log,
                equals: ["post: returned", "mail: cancelled"],
                "The post returns at 1 s, and somebody cancels the mail at 2 s.",
                misconception: misread ? "cancelled-counts-as-error" : nil
            )
            let names = supervisor.running.map(\.name).sorted()
            if logged {
                check.expect(
                    names,
                    equals: ["web"],
                    "At 3 s the web still runs.",
                    misconception: names == ["mail", "post", "web"] ? "done-tasks-stay-listed" : nil
                )
            }
            for task in supervisor.running { task.cancel() }
            try await sleep(for: .seconds(1))
        },
        Check(
            "restarts",
            "Whoever fails is started again at once, three times at most.",
            after: ["ends"],
            misconceptions: [.error: "done-counts-as-asking"]
        ) { check in
            let supervisor = Supervisor()
            var posts = 0
            var mails: [Duration] = []
            supervisor.start("mail") {
                mails.append(check.elapsed)
                try await sleep(for: .seconds(1))
                throw Broken()
            }
            supervisor.start("post") {
                posts += 1
                try await sleep(for: .seconds(posts == 1 ? 1.5 : 2))
                if posts < 3 { throw Broken() }
            }
            try await sleep(for: .seconds(2.5))
            let names = supervisor.running.map(\.name).sorted()
            try await sleep(for: .seconds(7.5))
            let log = supervisor.log
            let ends = [
                "mail: failed", "post: failed", "mail (2): failed", "mail (3): failed", "post (2): failed",
                "mail (4): failed", "post (3): returned",
            ]
            check.expect(
                log,
                equals: ends,
                "The mail fails 1 s after each start. The post fails after 1.5 s and after 2 s, then returns after 2 s.",
                misconception: log == ends.filter { $0 != "mail (4): failed" }
                    ? "restarts-are-starts"
                    : log == ["mail: returned", "post: returned"] ? "done-counts-as-asking" : nil
            )
            if log.count > 2 {
                check.expect(names, equals: ["mail (3)", "post (2)"], "These tasks run at 2.5 s.")
                check.expect(
                    mails,
                    equals: [.zero, .seconds(1), .seconds(2), .seconds(3)],
                    "The mail fails 1 s after each start. These are its starts."
                )
            }
        },
        Check(
            "stop",
            "stop() cancels all services, waits for their ends, and nothing is started again.",
            after: ["restarts"],
            // The services themselves are counted.
            leftovers: .allowed
        ) { check in
            let slow = Service(cleanup: .seconds(3))
            let quick = Service(cleanup: .seconds(2))
            let broken = Service(cleanup: .seconds(1), cleanupFails: true)
            let supervisor = Supervisor()
            supervisor.start("slow", slow.serve)
            supervisor.start("quick", quick.serve)
            supervisor.start("broken", broken.serve)
            // It fails in the very moment of stop(): in most orders it is done by then, and its callback is on the way.
            let unlucky = Service(cleanup: .zero)
            var hasFailed = false
            supervisor.start("unlucky") {
                guard hasFailed else {
                    hasFailed = true
                    try await sleep(for: .seconds(1))
                    throw Broken()
                }
                try await unlucky.serve()
            }
            try await sleep(for: .seconds(1))
            if case .failure(let error) = await check.attempt({ try await supervisor.stop() }) {
                return check.fail("stop() throws \(error).")
            }
            if broken.starts > 1 {
                return check.fail(
                    "The cleanup of one service fails, and that service is started again after stop().",
                    misconception: "cancelled-means-asked"
                )
            }
            if unlucky.alive > 0 {
                return check.fail(
                    "A service fails just before stop() is called, and it is started again after stop().",
                    misconception: "cancel-of-done-returns-true"
                )
            }
            if slow.alive > 0 {
                return check.fail(
                    "stop() has returned after \(check.elapsed - .seconds(1)), and a service still tidies up.",
                    misconception: check.elapsed == .seconds(1) ? "cancel-is-instant" : nil
                )
            }
            check.expectElapsed(
                .seconds(4),
                "After 1 s all are told to stop. They tidy up for 3 s, 2 s and 1 s.",
                misconception: check.elapsed == .seconds(7) ? "await-in-loop-overlaps" : nil
            )
            check.expect(
                supervisor.log.filter { !$0.hasPrefix("unlucky") },
                equals: ["broken: failed", "quick: cancelled", "slow: cancelled"],
                "One service fails while it tidies up, and two end cancelled."
            )
            check.expect(supervisor.running.isEmpty, "All services have ended, and `running` still holds one.")
            if case .failure(let error) = await check.attempt({ try await supervisor.stop() }) {
                check.fail("stop() throws when no service runs: \(error)")
            }
        },
        Check(
            "stop-cancelled",
            "When stop() itself is cancelled, it ends cancelled, and the services stop all the same.",
            after: ["stop"],
            cancelling: .everySuspensionPoint,
            misconceptions: [.cancellation: "catch-lets-cancellation-pass"]
        ) { check in
            let broken = Service(cleanup: .seconds(1), cleanupFails: true)
            let services = [Service(cleanup: .seconds(3)), Service(cleanup: .seconds(2)), broken]
            let supervisor = Supervisor()
            for (name, service) in zip(["mail", "post", "web"], services) { supervisor.start(name, service.serve) }
            try await sleep(for: .seconds(1))
            _ = await check.attempt { try await supervisor.stop() }
            try await sleep(for: .seconds(10))
            check.expect(
                services.allSatisfy { $0.alive == 0 },
                "stop() has ended, and a service still runs 10 s later.",
                misconception: broken.starts > 1 ? "cancelled-means-asked" : nil
            )
            for task in supervisor.running { task.cancel() }
            try await sleep(for: .seconds(10))
        },
    ]
}
