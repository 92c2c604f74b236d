import ConcurrencyKit
import LessonChecks

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check("beats", "It beats one interval after the start, then two, and so on.", leftovers: .allowed) { check in
            let heart = FakeHeart()
            let answer = try await withHeartbeat(every: .seconds(2), heart.beat) {
                try await sleep(for: .seconds(9))
                return "done"
            }
            let steady: [Duration] = [.seconds(2), .seconds(4), .seconds(6), .seconds(8)]
            let drifting: [Duration] = [.seconds(2), .milliseconds(4500), .milliseconds(6750)]
            check.expect(
                heart.times,
                equals: steady,
                "The work takes 9 s, the interval is 2 s, and the beats take 0.5 s, 0.25 s and 0.75 s. When do the beats begin?",
                misconception: heart.times == drifting
                    ? "sleep-in-loop-is-a-period"
                    : heart.times == [.zero] + steady ? "start-not-at-zero" : nil
            )
            check.expect(answer, equals: "done", "What the work returns is returned.")
            let (fast, start) = (FakeHeart(), check.elapsed)
            _ = try await withHeartbeat(every: .seconds(1), fast.beat) { try await sleep(for: .milliseconds(30_500)) }
            check.expect(
                fast.times.map { $0 - start },
                equals: (1...30).map { .seconds($0) },
                "Now the work takes 30.5 s, and the interval is 1 s. When do the beats begin?"
            )
        },
        Check("end", "When the work has ended, it returns at once, and the beats are over.", after: ["beats"]) {
            check in
            let heart = FakeHeart()
            _ = await check.attempt {
                try await withHeartbeat(every: .seconds(2), heart.beat) { try await sleep(for: .seconds(5)) }
            }
            check.expectElapsed(
                .seconds(5),
                "The work ends at 5 s, and nothing is left to wait for.",
                misconception: check.elapsed == .seconds(6) ? "watch-is-told" : nil
            )
            try await heart.expectSilence(check, after: "The work has returned", misconception: "first-to-end-ends-all")
        },
        Check("in-a-beat", "A beat that is under way ends with the work.", after: ["end"]) { check in
            let heart = FakeHeart()
            _ = await check.attempt {
                try await withHeartbeat(every: .seconds(2), heart.beat) { try await sleep(for: .milliseconds(4200)) }
            }
            check.expectElapsed(.milliseconds(4200), "The work ends in the middle of the second beat.")
            try await heart.expectSilence(check, after: "The work has returned")
        },
        Check("failure", "When the work fails, its error is thrown, and the beats are over.", after: ["end"]) { check in
            let heart = FakeHeart()
            let server = FakeServer(delay: .seconds(5), failing: ["a"])
            let outcome = await check.attempt {
                try await withHeartbeat(every: .seconds(2), heart.beat) { try await server.fetch("a") }
            }
            if case .failure(is FakeServer.Failed) = outcome {
            } else {
                check.fail("The work has thrown an error of its own. There was \(outcome).")
            }
            check.expectElapsed(.seconds(5), "The work fails at 5 s, and nothing is left to wait for.")
            try await heart.expectSilence(check, after: "The work has failed", misconception: "defer-runs-once")
        },
        Check(
            "cancelled",
            "When it is cancelled, it ends cancelled, and the beats are over.",
            after: ["in-a-beat", "failure"],
            cancelling: .everySuspensionPoint
        ) { check in
            let heart = FakeHeart()
            let server = FakeServer(delay: .seconds(5))
            let outcome = await check.attempt {
                let caller = LoopTask.current!
                var mayReturn = false
                let answer = try await withHeartbeat(every: .seconds(2), heart.beat) {
                    let answer = try await server.fetch("a")
                    mayReturn = caller.cancelling == 0
                    return answer
                }
                // A request that comes when the work has ended is too late: a group that ends early lets go of it.
                if mayReturn, caller.cancelling > 0 { throw CancelledError() }
                return answer
            }
            guard check.isCancelling, case .failure = outcome else { return }
            check.expect(server.running == 0, "It has ended, and the work still goes on.")
        },
    ]
}

extension Checks {
    /// Notes when each beat begins. The beats take 0.5 s, 0.25 s and 0.75 s in turn.
    final class FakeHeart {
        private(set) var times: [Duration] = []

        private var running = 0

        func beat() async throws {
            times.append(EventLoop.running?.time ?? .zero)
            running += 1
            defer { running -= 1 }
            try await sleep(for: .milliseconds([500, 250, 750][(times.count - 1) % 3]))
        }

        /// Waits for further beats, and says so if there are any. What still runs then is stopped.
        func expectSilence(_ check: CheckRun, after what: String, misconception: String? = nil) async throws {
            check.expect(running == 0, "\(what), and a beat is still under way.")
            let before = times
            try await sleep(for: .seconds(10))
            let late = times.dropFirst(before.count)
            check.expect(
                late.isEmpty,
                "\(what), and the heart still beats: \(late.count) times in 10 s.",
                misconception: misconception
            )
            guard !late.isEmpty else { return }
            for task in EventLoop.running?.allTasks ?? [] where task != LoopTask.current { task.cancel() }
            try await sleep(for: .zero)
        }
    }
}
