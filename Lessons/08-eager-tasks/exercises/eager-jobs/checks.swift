import ConcurrencyKit
import LessonChecks

@main struct Checks: ExerciseChecks {
    private static func noReports(_ check: CheckRun) -> (String, any Error) -> Void {
        { name, error in check.fail("The job '\(name)' was reported, with the error \(error), and it has not failed.") }
    }

    static let checks = [
        Check("begins", "A job begins before start returns.") { check in
            let jobs = Jobs(report: noReports(check))
            let log = CallLog()
            jobs.start("clock") {
                log("the job begins")
                try await sleep(for: .seconds(1))
                log("the job ends")
            }
            log("start has returned")
            try await sleep(for: .seconds(2))
            check.expect(
                log.lines,
                equals: ["[0.0] the job begins", "[0.0] start has returned", "[1.0] the job ends"],
                "The job sleeps for 1 s, and start does not wait for that.",
                misconception: log.texts == ["start has returned", "the job begins", "the job ends"]
                    ? "task-starts-at-once" : nil
            )
        },
        Check("listed", "A job is listed as long as it runs.", after: ["begins"]) { check in
            let jobs = Jobs { _, _ in }
            for (name, seconds) in [("mail", 2), ("clock", 4), ("news", 1)] {
                jobs.start(name) { try await sleep(for: .seconds(seconds)) }
            }
            check.expect(jobs.running, equals: ["clock", "mail", "news"], "Three jobs have been started.")
            let many = Jobs { _, _ in }
            for name in "gcahfbed" { many.start("\(name)") { try await sleep(for: .seconds(1)) } }
            check.expect(many.running, equals: "abcdefgh".map { "\($0)" }, "Eight jobs have been started.")
            try await sleep(for: .milliseconds(1500))
            check.expect(jobs.running, equals: ["clock", "mail"], "It is 1.5 s, and the job 'news' has ended at 1 s.")
            try await sleep(for: .seconds(1))
            check.expect(jobs.running, equals: ["clock"], "It is 2.5 s, and the job 'mail' has ended at 2 s.")
            jobs.stop("clock")
            check.expect(jobs.running, equals: [], "The job 'clock' has been stopped.")
            jobs.stop("radio")
            try await sleep(for: .milliseconds(1))
            check.expect(jobs.running, equals: [], "There is no job any more.")
        },
        Check("started-later", "stop concerns the job that runs, and none that is started later.", after: ["listed"]) {
            check in
            let jobs = Jobs(report: noReports(check))
            jobs.stop("radio")
            var hasEnded = false
            jobs.start("radio") {
                try await sleep(for: .seconds(1))
                hasEnded = true
            }
            check.expect(jobs.running, equals: ["radio"], "The job 'radio' has been started.")
            try await sleep(for: .seconds(2))
            check.expect(
                hasEnded,
                "The job 'radio' was stopped when there was none of that name. Then it was started, and did not come to its end."
            )
        },
        Check(
            "short",
            "A job that never has to wait does not stay on the list.",
            after: ["listed"]
        ) { check in
            let jobs = Jobs(report: noReports(check))
            var runs = 0
            jobs.start("counter") { runs += 1 }
            try await sleep(for: .seconds(1))
            check.expect(runs, equals: 1, "The job adds 1 to a number.")
            check.expect(
                jobs.running,
                equals: [],
                "The job 'counter' had ended before start returned.",
                misconception: jobs.running == ["counter"] ? "eager-changes-no-order" : nil
            )
        },
        Check("itself", "A job is on the list when its first line runs.", after: ["short"]) { check in
            let jobs = Jobs(report: noReports(check))
            var seen: [[String]] = []
            for name in ["mail", "clock"] {
                jobs.start(name) {
                    seen.append(jobs.running)
                    try await sleep(for: .seconds(1))
                }
            }
            try await sleep(for: .seconds(2))
            check.expect(
                seen,
                equals: [["mail"], ["clock", "mail"]],
                "The jobs 'mail' and 'clock' ask at once which jobs are running.",
                misconception: seen == [[], ["mail"]] ? "eager-means-one-turn-earlier" : nil
            )
        },
        Check(
            "restarted",
            "A job that is started again is stopped first, and the new one is listed as long as it runs.",
            after: ["short"]
        ) { check in
            let jobs = Jobs { _, _ in }
            let log = CallLog()
            func run(_ text: String) async throws {
                do { try await sleep(for: .seconds(5)) } catch {
                    log("\(text) is asked to stop")
                    try await sleep(for: .seconds(2))
                    log("\(text) has tidied up")
                    throw error
                }
                log("\(text) has ended")
            }
            jobs.start("sync") { try await run("the first") }
            try await sleep(for: .seconds(1))
            jobs.start("sync") { try await run("the second") }
            check.expect(jobs.running, equals: ["sync"], "One job of that name has been stopped, and one started.")
            try await sleep(for: .seconds(3))
            let stopped = log.lines == ["[1.0] the first is asked to stop", "[3.0] the first has tidied up"]
            check.expect(
                stopped,
                "The job 'sync' is started again at 1 s. The first one is asked to stop, and tidies up until 3 s.\n"
                    + "  but got  \(log.lines)"
            )
            check.expect(
                jobs.running,
                equals: ["sync"],
                "It is 4 s. The first job 'sync' has tidied up at 3 s, and the second one is running.",
                misconception: stopped && jobs.running == [] ? "same-name-same-task" : nil
            )
            try await sleep(for: .seconds(4))
            check.expect(jobs.running, equals: [], "It is 8 s. The second job 'sync' has ended at 6 s.")
        },
        Check(
            "reported",
            "The error of a job that has failed is reported once, and a cancellation is no failure.",
            after: ["short"],
            misconceptions: [.error: "errors-are-ignored"]
        ) { check in
            var reports: [String] = []
            let jobs = Jobs { name, error in reports.append("\(name): \(error)") }
            jobs.start("disk") { throw FakeServer.Failed(name: "disk") }
            jobs.start("mail") {
                try await sleep(for: .seconds(1))
                throw FakeServer.Failed(name: "mail")
            }
            jobs.start("clock") { try await sleep(for: .seconds(10)) }
            jobs.start("sync") {
                do { try await sleep(for: .seconds(10)) } catch { throw FakeServer.Failed(name: "sync") }
            }
            try await sleep(for: .seconds(2))
            jobs.stop("clock")
            try await sleep(for: .seconds(1))
            jobs.stop("sync")
            try await sleep(for: .seconds(1))
            let cancelled = reports.contains { $0.hasPrefix("clock") }
            check.expect(
                reports,
                equals: ["disk", "mail", "sync"].map { "\($0): \(FakeServer.Failed(name: $0))" },
                "The job 'disk' fails at once, 'mail' after 1 s. 'clock' and 'sync' are stopped, and 'sync' fails while it tidies up.",
                misconception: reports.isEmpty
                    ? "errors-are-ignored" : cancelled ? "cancelled-counts-as-error" : nil
            )
            check.expect(jobs.running, equals: [], "All four jobs have ended.")
        },
        Check(
            "stops-itself",
            "stop cancels a job, even when the job itself calls it in its first line.",
            after: ["itself", "restarted", "reported"]
        ) { check in
            let jobs = Jobs(report: noReports(check))
            let log = CallLog()
            jobs.start("clock") {
                jobs.stop("clock")
                do { try await sleep(for: .seconds(5)) } catch {
                    log("cancelled")
                    throw error
                }
                log("not cancelled")
            }
            check.expect(jobs.running, equals: [], "The job 'clock' has stopped itself in its first line.")
            try await sleep(for: .seconds(10))
            check.expect(
                log.lines,
                equals: ["[0.0] cancelled"],
                "The job 'clock' is stopped while it runs inside of createTask, and then sleeps for 5 s."
            )
        },
        Check(
            "restarts-itself",
            "A job that starts its own name again, in its first line, is stopped too.",
            after: ["stops-itself"]
        ) { check in
            let jobs = Jobs(report: noReports(check))
            let log = CallLog()
            jobs.start("clock") {
                jobs.start("clock") {
                    try await sleep(for: .seconds(3))
                    log("the new one has ended")
                }
                try await sleep(for: .seconds(2))
                log("the old one has ended")
            }
            try await sleep(for: .seconds(1))
            check.expect(jobs.running, equals: ["clock"], "In its first line, the job 'clock' starts another 'clock'.")
            try await sleep(for: .seconds(5))
            check.expect(
                log.texts,
                equals: ["the new one has ended"],
                "In its first line, the job 'clock' starts another 'clock'. So the old one is stopped, and the new one runs."
            )
        },
    ]
}
