import ConcurrencyKit
import LessonChecks

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check("free", "As many as may pass in a span go on at once.") { check in
            let times = try await passes(of: RateLimiter(2, per: .seconds(1)), comingAt: [.zero, .zero])
            check.expect(
                times,
                equals: [.zero, .zero],
                "Two may pass in a second, and two come. When do they pass?",
                misconception: times == [.zero, .milliseconds(500)] ? "limiter-always-waits" : nil
            )
        },
        Check("crowd", "Whoever comes too early waits, and not longer than needed.", after: ["free"]) { check in
            let times = try await passes(
                of: RateLimiter(2, per: .seconds(1)),
                comingAt: .init(repeating: .zero, count: 5)
            )
            check.expect(
                times,
                equals: [.zero, .zero, .seconds(1), .seconds(1), .seconds(2)],
                "Two may pass in a second, and five come at the same time. When do they pass?",
                misconception: times == [.zero, .zero, .seconds(1), .seconds(1), .seconds(1)] ? "sleep-locks" : nil
            )
        },
        Check("sliding", "The limit holds in every span, wherever it begins.", after: ["crowd"]) { check in
            let coming: [Duration] = [.zero, .milliseconds(900), .seconds(1), .seconds(1)]
            let times = try await passes(of: RateLimiter(2, per: .seconds(1)), comingAt: coming)
            check.expect(
                times,
                equals: [.zero, .milliseconds(900), .seconds(1), .milliseconds(1900)],
                "Two may pass in a second. They come at 0 s, 0.9 s, 1 s and 1 s. When do they pass?",
                misconception: times == coming
                    ? "window-goes-by-the-clock"
                    : times == coming.prefix(2) + [.milliseconds(1900), .milliseconds(1900)]
                        ? "limit-means-batches" : nil
            )
        },
        Check("silence", "After a silence nobody waits, and the limit holds as before.", after: ["sliding"]) { check in
            let late = Duration.microseconds(9_000_250)
            let coming: [Duration] = [.zero, .zero, .zero, late, late, late, .milliseconds(9500)]
            let times = try await passes(of: RateLimiter(2, per: .seconds(2)), comingAt: coming)
            let next = late + .seconds(2)
            check.expect(
                times,
                equals: [.zero, .zero, .seconds(2), late, late, next, next],
                "Two may pass in 2 s. Three come at 0 s, three a little after 9 s, and one at 9.5 s. When do they pass?"
            )
        },
        Check(
            "cancelled",
            "Who is cancelled while waiting ends cancelled.",
            after: ["silence"],
            cancelling: .everySuspensionPoint
        ) { check in
            let limiter = RateLimiter(1, per: .seconds(3))
            let outcome = await check.attempt {
                for _ in 1...3 { try await limiter.pass() }
            }
            guard !check.isCancelling, case .success = outcome else { return }
            check.expectElapsed(.seconds(6), "One may pass in 3 s, and one caller passes three times.")
        },
        Check("others", "A caller that is cancelled does not hold up others for longer.", after: ["cancelled"]) {
            check in
            let limiter = RateLimiter(1, per: .seconds(3))
            try await limiter.pass()
            let impatient = createTask { try await limiter.pass() }
            try await sleep(for: .seconds(1))
            impatient.cancel()
            try await wait(for: [impatient])
            check.expect(impatient.cancelled, "It is asked to stop while it waits, and does not end cancelled.")
            try await limiter.pass()
            check.expect(
                check.elapsed,
                isOneOf: [.seconds(3), .seconds(6)],
                "One may pass in 3 s: one at 0 s, one that is cancelled at 1 s, and one that comes after it."
            )
        },
        Check("limit-kept", "The limit holds, whoever is cancelled.", after: ["others"]) { check in
            // When a cancelled caller has taken off the last entry, or all of its moment.
            let strangers = [[0, 6, 6, 9], [0, 0, 3, 3, 3]].map { $0.map { Duration.seconds($0) } }
            for count in [1, 2] {
                let (limiter, loop, start) = (RateLimiter(count, per: .seconds(3)), EventLoop.running!, check.elapsed)
                var times: [Duration] = []
                func come() -> LoopTask<Void> {
                    createTask {
                        try await limiter.pass()
                        times.append(loop.time - start)
                    }
                }
                var callers = (1...count + 2).map { _ in come() }
                try await sleep(for: .seconds(1))
                callers.first { !$0.done }?.cancel()
                try await sleep(for: .milliseconds(500))
                callers += [come(), come()]
                try await wait(for: callers)
                check.expect(
                    zip(times, times.dropFirst(count)).allSatisfy { $1 - $0 >= .seconds(3) },
                    "\(count) may pass in 3 s. \(count + 2) come at 0 s, one of them is cancelled at 1 s, and two more come at 1.5 s."
                        + "\n  they passed at \(times)",
                    misconception: strangers.contains(times) ? "entry-is-still-mine" : nil
                )
            }
        },
    ]

    /// When those pass who come at these moments, sorted.
    private static func passes(of limiter: RateLimiter, comingAt moments: [Duration]) async throws -> [Duration] {
        var times: [Duration] = []
        let callers = moments.map { moment in
            Coroutine {
                let loop = EventLoop.running!
                try await sleep(for: moment)
                try await limiter.pass()
                times.append(loop.time)
            }
        }
        try await gather(callers)
        return times.sorted()
    }
}
