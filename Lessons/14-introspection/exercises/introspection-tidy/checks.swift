import ConcurrencyKit
import LessonChecks

extension Checks {
    /// Starts tasks that take a while to tidy up, and notes who has done so.
    private final class Workshop {
        struct Broken: Error {}

        private(set) var tidied: [String] = []
        private(set) var ended: [String] = []
        /// Those that were cancelled again while they tidied up.
        private(set) var interrupted: [String] = []
        private var tasks: [LoopTask<Void>] = []

        /// How many are not done.
        var running: Int { tasks.count { !$0.done } }

        func start(_ name: String, for duration: Duration = .seconds(60), tidyingUpFor cleanup: Duration = .seconds(1))
        {
            let task = createTask(name: name) {
                do {
                    try await sleep(for: duration)
                    self.ended.append(name)
                } catch {
                    do { try await sleep(for: cleanup) } catch {
                        self.interrupted.append(name)
                        throw error
                    }
                    self.tidied.append(name)
                    throw error
                }
            }
            tasks.append(task)
        }
    }
}

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check(
            "named",
            "What is left behind is stopped and named, and what has ended is not.",
            misconceptions: [.error: "all-tasks-leaves-out-self"]
        ) { check in
            let workshop = Workshop()
            let names = try await tidily {
                workshop.start("mail")
                workshop.start("greeting", for: .seconds(1))
                workshop.start("counter")
                workshop.start("mail")
                try await sleep(for: .milliseconds(3500))
            }
            let left = ["mail", "counter", "mail"]
            check.expect(
                names,
                equals: left,
                "The body starts a mail, a greeting, a counter, and another mail. Only the greeting ends, before the body does."
            )
            check.expect(workshop.ended, equals: ["greeting"], "Only the greeting can come to its own end.")
            check.expect(
                workshop.running == 0,
                "It has returned, and a task still runs or tidies up.",
                misconception: names == left ? "cancel-waits-for-the-end" : nil
            )
            guard workshop.running == 0 else {
                // What still tidies up is told by the line above.
                return try await sleep(for: .seconds(100))
            }
            check.expectElapsed(.milliseconds(4500), "The body takes 3.5 s, and tidying up takes 1 s.")
        },
        Check(
            "nothing",
            "A body that leaves nothing behind is no error.",
            after: ["named"],
            misconceptions: [.error: "waiting-for-nothing-is-fine"]
        ) { check in
            let workshop = Workshop()
            let names = try await tidily {
                workshop.start("greeting", for: .seconds(1))
                try await sleep(for: .seconds(2))
            }
            check.expect(names, equals: [], "The only task has ended before the body.")
        },
        Check(
            "before",
            "Tasks that were there before are left alone.",
            after: ["named"]
        ) { check in
            let workshop = Workshop()
            let clock = createTask(name: "clock") { try await sleep(for: .seconds(20)) }
            let names = try await tidily {
                workshop.start("counter")
                try await sleep(for: .seconds(1))
            }
            try await wait(for: [clock])
            check.expect(
                !clock.cancelled,
                "A clock runs before the body begins, and was stopped with what the body left.",
                misconception: "old-tasks-are-left"
            )
            check.expect(
                names,
                equals: ["counter"],
                "Before the body there is a clock. The body starts a counter.",
                misconception: names.contains("clock") ? "old-tasks-are-left" : nil
            )
        },
        Check("failure", "A body that fails is tidied up, too, and its error is thrown.", after: ["nothing", "before"])
        {
            check in
            let workshop = Workshop()
            let clock = createTask(name: "clock") { try await sleep(for: .seconds(200)) }
            await check.expectThrows(Workshop.Broken.self, "The body throws an error.") {
                _ = try await tidily {
                    workshop.start("counter")
                    try await sleep(for: .seconds(1))
                    throw Workshop.Broken()
                }
            }
            check.expect(
                workshop.running == 0 && workshop.tidied == ["counter"],
                "The body has failed, and the counter that it had started still runs.",
                misconception: "tasks-end-with-their-function"
            )
            check.expect(
                !clock.cancelled,
                "A clock runs before the body begins, and was stopped when the body failed.",
                misconception: "old-tasks-are-left"
            )
            clock.cancel()
            if workshop.running > 0 { try await sleep(for: .seconds(100)) }
            try await wait(for: [clock])
        },
        Check(
            "everywhere",
            "Wherever it is cancelled, all have tidied up when it ends.",
            after: ["failure"],
            cancelling: .everySuspensionPoint
        ) { check in
            let workshop = Workshop()
            _ = await check.attempt {
                try await tidily {
                    workshop.start("counter")
                    workshop.start("mail", tidyingUpFor: .seconds(2))
                    try await sleep(for: .seconds(1))
                }
            }
            guard
                check.expect(
                    workshop.running == 0,
                    "It has ended, and a task still runs or tidies up.",
                    misconception: "cleanup-is-protected"
                )
            else { return try await sleep(for: .seconds(100)) }
            check.expect(
                workshop.interrupted.isEmpty,
                "These tasks were cancelled again while they tidied up, and could not end it: \(workshop.interrupted).",
                misconception: "cancel-delivered-once"
            )
        },
        Check(
            "both",
            "When it is cancelled while it tidies up after a failure, it ends cancelled.",
            after: ["everywhere"],
            cancelling: .everySuspensionPoint
        ) { check in
            let workshop = Workshop()
            _ = await check.attempt {
                try await tidily {
                    workshop.start("counter")
                    try await sleep(for: .seconds(1))
                    throw Workshop.Broken()
                }
            }
            check.expect(workshop.running == 0, "It has ended, and the counter still runs or tidies up.")
        },
    ]
}
