import ConcurrencyKit
import LessonChecks

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check("beside", "A job goes on beside whoever adds it, and beside other jobs.") { check in
            let office = Office()
            office.add("mail", seconds: 3)
            office.add("backup", seconds: 1)
            office.add("mail", seconds: 2)
            check.expect(office.begun.entries.isEmpty, "`add` has run a job before it returned.")
            // Nobody calls `close` yet.
            try await sleep(for: .seconds(7))
            let areDone = check.expect(
                office.done.entries.map(\.time),
                equals: [.seconds(1), .seconds(2), .seconds(3)],
                "Three jobs take 3 s, 1 s and 2 s. These are the times at which they were done.",
                misconception: Habit.ofLate(office, check)
            )
            if areDone { try await office.jobs.close() }
        },
        Check(
            "failed",
            "A job that fails is noted at once, and touches no other.",
            after: ["beside"],
            misconceptions: [.endless: "sleep-long-enough"]
        ) { check in
            let office = Office()
            office.add("mail", seconds: 3, fails: true)
            office.add("backup", seconds: 5)
            office.add("sync", seconds: 1, fails: true)
            office.add("print", seconds: 9, fails: true)
            try await sleep(for: .seconds(4))
            check.expect(
                office.jobs.failed,
                equals: ["sync", "mail"],
                "sync fails at 1 s and mail at 3 s. At 4 s these are in `failed`.",
                misconception: office.jobs.failed.isEmpty ? "lost-error-is-seen" : nil
            )
            do { try await office.jobs.close() } catch is Office.Broken {
                check.fail(
                    "A job has failed, and `close` throws its error. Whoever closes does not hear when the others are done.",
                    misconception: "error-spoils-all"
                )
                // What still runs is told by the line above.
                try await sleep(for: .seconds(10))
            }
            guard !office.jobs.failed.isEmpty else { return }
            check.expect(office.done.texts, equals: ["backup"], "One of the four jobs does not fail.")
            check.expect(
                office.jobs.failed,
                equals: ["sync", "mail", "print"],
                "print fails at 9 s, while `close` waits."
            )
        },
        Check(
            "running",
            "`running` has the jobs that are not done, and nothing piles up.",
            after: ["failed"],
            misconceptions: [.endless: "sleep-long-enough"]
        ) {
            check in
            let office = Office()
            office.add("mail", seconds: 5)
            office.add("backup", seconds: 3)
            office.add("mail", seconds: 1)
            for name in ["a", "b", "c"] { office.add(name, seconds: 1) }
            check.expect(
                office.jobs.running,
                equals: ["mail", "backup", "mail", "a", "b", "c"],
                "Six jobs have been added, and none of them has begun."
            )
            try await sleep(for: .seconds(2))
            check.expect(
                office.jobs.running,
                equals: ["mail", "backup"],
                "The first mail takes 5 s, backup 3 s, and the second mail and the others 1 s. At 2 s these are in `running`.",
                misconception: Habit.ofRunning(office)
            )
            try await sleep(for: .seconds(2))
            check.expect(
                office.jobs.running,
                equals: ["mail"],
                "At 4 s the first mail is left.",
                misconception: office.jobs.running.count == 6 ? "done-tasks-stay-listed" : nil
            )
            try await office.jobs.close()
            let kept = Mirror(reflecting: office.jobs).children.first {
                (($0.value as? any Collection)?.count ?? 0) >= 6
            }
            check.expect(
                kept == nil,
                "All six jobs are done, and `\(kept?.label ?? "")` still holds six or more values. It would grow for ever.",
                misconception: "done-tasks-stay-listed"
            )
        },
        Check(
            "close",
            "`close` waits until all jobs are done, and no longer.",
            after: ["running"],
            misconceptions: [.endless: "sleep-long-enough"]
        ) { check in
            let office = Office()
            try await office.jobs.close()
            check.expectElapsed(.zero, "There is no job, so there is nothing to wait for.")
            office.jobs.add("orders") {
                try await sleep(for: .milliseconds(2_250))
                office.add("order 7", seconds: 2)
                office.jobs.add("order 8") {
                    try await sleep(for: .seconds(1))
                    office.add("receipt", seconds: 3)
                }
            }
            // Two that end in the same moment, after that one.
            office.add("backup", seconds: 3)
            office.add("print", seconds: 3)
            try await office.jobs.close()
            let isQuiet = check.expect(
                office.done.texts.sorted() == ["backup", "order 7", "print", "receipt"],
                "The job orders adds others while `close` waits. `close` has returned, and not all of them are done.",
                misconception: Habit.ofClose(check)
            )
            // What still runs is told by the line above.
            guard isQuiet else { return try await sleep(for: .seconds(10)) }
            check.expectElapsed(
                .milliseconds(6_250),
                "The last job is done after 6.25 s.",
                misconception: check.elapsed > .milliseconds(6_250) ? "sleep-long-enough" : nil
            )
        },
        Check(
            "cancelled",
            "When `close` is cancelled, it ends cancelled. That is no failure of a job.",
            after: ["close"],
            cancelling: .everySuspensionPoint,
            misconceptions: [.cancellation: "catch-lets-cancellation-pass"]
        ) { check in
            let office = Office()
            _ = await check.attempt {
                office.add("mail", seconds: 2)
                office.add("backup", seconds: 4)
                try await office.jobs.close()
            }
            // Jobs that nobody has cancelled may go on.
            try await sleep(for: .seconds(5))
            check.expect(
                office.jobs.failed,
                equals: [],
                "No job fails. `close` was cancelled, and a job with it.",
                misconception: "cancel-means-failure"
            )
            let unbegun = office.jobs.running.filter { !office.begun.texts.contains($0) }
            check.expect(
                office.jobs.running,
                equals: [],
                "Both jobs are over for long: one was cancelled, perhaps before it began. These are still in `running`.",
                misconception: unbegun.isEmpty ? nil : "cancel-unstarted-refused"
            )
        },
    ]
}

extension Checks {
    /// Jobs that take their time, and what has become of them.
    final class Office {
        struct Broken: Error {}

        let jobs = BackgroundJobs()
        let begun = CallLog()
        let done = CallLog()

        func add(_ name: String, seconds: Int, fails: Bool = false) {
            jobs.add(name) { [begun, done] in
                begun(name)
                try await sleep(for: .seconds(seconds))
                if fails { throw Broken() }
                done(name)
            }
        }
    }
}

extension Checks {
    enum Habit {
        /// What is left when each job has taken off every entry of its name, or the first one.
        static func ofRunning(_ office: Office) -> String? {
            switch office.jobs.running {
            case let names where names.count == 6: "done-tasks-stay-listed"
            case ["backup"], ["backup", "mail"]: "same-name-same-task"
            default: nil
            }
        }

        /// Nothing has begun, or only one after the other.
        static func ofLate(_ office: Office, _ check: CheckRun) -> String? {
            guard office.begun.entries.isEmpty, let source = try? check.source else { return nil }
            return source.calls(of: "Coroutine").isEmpty ? nil : "coroutine-is-a-task"
        }

        /// It has waited for what was there when it began.
        static func ofClose(_ check: CheckRun) -> String? {
            check.elapsed == .seconds(3) ? "loop-sees-additions" : nil
        }
    }
}
