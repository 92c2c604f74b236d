import ConcurrencyKit
import LessonChecks

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check("good", "A worker that does not fail is started once, and its result is given.") { check in
            for (workers, result) in [(3, "sent"), (1, "saved")] {
                let mail = Work(failures: 0, result: result)
                let start = check.elapsed
                let task = supervise("mail", atMost: workers, pause: .seconds(2), mail.work)
                check.expect(try await task.value, equals: result, "The first worker returns \"\(result)\".")
                check.expect(mail.starts.map { $0 - start }, equals: [.zero], "Workers were started at these times.")
                check.expect(check.elapsed - start, equals: .seconds(3), "The worker needs 3 s.")
            }
        },
        Check("anew", "After a failure and a pause, a new worker is started.", after: ["good"]) { check in
            let mail = Work(failures: 2)
            let outcome = await Result.of {
                try await supervise("mail", atMost: 5, pause: .seconds(2), mail.work).value
            }
            let areRight = check.expect(
                mail.starts,
                equals: [.zero, .seconds(5), .seconds(10)],
                "A worker takes 3 s, and the pause is 2 s. The first two workers fail. These are the starts.",
                misconception: mail.starts == [.zero] ? "failed-task-runs-again" : nil
            )
            guard areRight else { return }
            check.expect(try? outcome.get(), equals: "sent", "The third worker returns \"sent\".")
            check.expectElapsed(.seconds(13), "The third worker begins at 10 s, and takes 3 s.")
        },
        Check("gives-up", "After the last worker, its error is thrown at once.", after: ["anew"]) { check in
            for (workers, seconds) in [(3, 13), (1, 3)] {
                let mail = Work(failures: .max)
                let start = check.elapsed
                let outcome = await Result.of {
                    try await supervise("mail", atMost: workers, pause: .seconds(2), mail.work).value
                }
                let count = mail.starts.count
                let isRight = check.expect(
                    count,
                    equals: workers,
                    "All workers fail, and at most \(workers) may be started. So many were.",
                    misconception: count == workers + 1 ? "restarts-are-starts" : nil
                )
                guard isRight else { return }
                guard case .failure(let error) = outcome else {
                    check.fail("All workers have failed, and the task has returned a value as if one had not.")
                    return
                }
                check.expect(
                    "\(error)",
                    equals: "\(Work.Broken(number: workers))",
                    "Worker \(workers) is the last, so its error counts."
                )
                let time = check.elapsed - start
                check.expect(
                    time,
                    equals: .seconds(seconds),
                    "Worker \(workers) fails after \(seconds) s, and none comes after it.",
                    misconception: time == .seconds(seconds + 2) ? "pause-without-next" : nil
                )
            }
        },
        Check("tasks", "Each worker has a task of its own, with a name and a number.", after: ["anew"]) { check in
            let mail = Work(failures: 2)
            for name in ["mail", "backup"] {
                mail.restart()
                _ = await Result.of { try await supervise(name, atMost: 3, pause: .seconds(2), mail.work).value }
                check.expect(
                    mail.names,
                    equals: ["\(name) 1", "\(name) 2", "\(name) 3"],
                    "Three workers called \(name) are started one after the other. Their tasks had these names.",
                    misconception: Habit.of(mail, name)
                )
                guard mail.names == ["\(name) 1", "\(name) 2", "\(name) 3"] else { return }
                check.expect(
                    mail.users,
                    equals: ["nobody", "nobody", "nobody"],
                    "Each worker sets a context variable. The next one should not see that. These values were found.",
                    misconception: mail.users == ["nobody", "worker 1", "worker 2"] ? "call-copies-context" : nil
                )
            }
        },
        Check(
            "cancelled",
            "When the task is cancelled, it ends cancelled, and no worker goes on.",
            after: ["gives-up", "tasks"],
            cancelling: .everySuspensionPoint,
            misconceptions: [.cancellation: "catch-lets-cancellation-pass"]
        ) { check in
            let mail = Work(failures: 2, tidying: .seconds(1))
            let outcome = await check.attempt {
                try await supervise("mail", atMost: 3, pause: .seconds(2), mail.work).value
            }
            guard check.isCancelling, case .failure = outcome else { return }
            guard mail.isTidying else {
                check.expect(mail.running == 0, "The supervisor has ended, and a worker still goes on.")
                return
            }
            check.fail(
                "A worker takes 1 s to tidy up. It has been asked to stop, the supervisor has ended, and the worker still tidies up.",
                misconception: "cancel-is-instant"
            )
            // What still runs is told by the line above.
            try await sleep(for: .seconds(5))
        },
    ]
}

extension Checks {
    /// Work of 3 s that fails so often, and notes by whom it is done.
    final class Work {
        struct Broken: Error { let number: Int }

        private static let user = ContextVariable("user", default: "nobody")

        private(set) var starts: [Duration] = []
        private(set) var names: [String] = []
        private(set) var users: [String] = []
        private(set) var running = 0
        private(set) var isTidying = false
        private let failures: Int
        private let tidying: Duration
        private let result: String

        /// - Parameter tidying: how long a worker takes to stop when it is cancelled.
        init(failures: Int, tidying: Duration = .zero, result: String = "sent") {
            self.failures = failures
            self.tidying = tidying
            self.result = result
        }

        func restart() { (starts, names, users) = ([], [], []) }

        func work() async throws -> String {
            starts.append(EventLoop.running?.time ?? .zero)
            names.append(LoopTask.current?.name ?? "")
            users.append(Self.user.value)
            Self.user.value = "worker \(starts.count)"
            running += 1
            defer { running -= 1 }
            let number = starts.count
            do { try await sleep(for: .seconds(3)) } catch {
                isTidying = true
                defer { isTidying = false }
                if tidying > .zero { try await sleep(for: tidying) }
                throw error
            }
            if number <= failures { throw Broken(number: number) }
            return result
        }
    }
}

extension Result where Failure == any Error {
    fileprivate static func of(_ body: () async throws -> Success) async -> Self {
        do { return .success(try await body()) } catch { return .failure(error) }
    }
}

extension Checks {
    enum Habit {
        static func of(_ work: Work, _ name: String) -> String? {
            // All in one task, which is that of the supervisor.
            if Set(work.names).count == 1, !Set(work.users).isSubset(of: ["nobody"]) { return "await-makes-a-task" }
            // The number has been raised before the task read it.
            return work.names == ["\(name) 2", "\(name) 3", "\(name) 4"] ? "closure-copies-variables" : nil
        }
    }
}
