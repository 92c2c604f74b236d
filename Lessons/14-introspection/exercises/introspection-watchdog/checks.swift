import ConcurrencyKit
import LessonChecks

@main struct Checks: ExerciseChecks {
    /// The result of a task.
    final class Letter {}

    /// What a watch tells of these tasks, with the times in seconds; those of the check itself are left out.
    @Loop private static func told(
        _ check: CheckRun,
        every interval: Duration = .seconds(1),
        patience: Duration,
        until end: Duration,
        about names: [String],
        named name: String = "watch",
        _ start: () -> Void
    ) async throws -> [String] {
        var told: [String] = []
        let dog = createTask(name: name) {
            try await watch(every: interval, patience: patience) { name in
                if names.contains(name) { told.append("\(name) at \(check.elapsed / .seconds(1)) s") }
            }
        }
        start()
        try await sleep(for: end)
        dog.cancel()
        try await wait(for: [dog])
        // A watch that has failed is no watch.
        if !dog.cancelled, let error = try dog.exception() { throw error }
        return told
    }

    @Loop private static func request(
        _ name: String,
        after delay: Duration = .milliseconds(100),
        for duration: Duration
    ) {
        createTask(name: "starts \(name)") {
            try await sleep(for: delay)
            createTask(name: name) { try await sleep(for: duration) }
        }
    }

    static let checks = [
        Check("slow", "A task that takes too long is told, when the time is over, and no other.") { check in
            let told = try await told(
                check,
                patience: .seconds(3),
                until: .milliseconds(7500),
                about: ["mail", "page", "poll"]
            ) {
                request("mail", for: .seconds(6))
                request("page", for: .seconds(2))
                request("poll", after: .milliseconds(3200), for: .milliseconds(3300))
            }
            check.expect(
                told.first,
                equals: "mail at 4.0 s",
                "Looks are at 0, 1, 2 s and so on, and the patience is 3 s. The mail begins at 0.1 s, and it takes 6 s. It is told first.",
                misconception: told.first == "mail at 3.0 s" ? "first-look-counts" : nil
            )
            check.expect(
                !told.contains { $0.hasPrefix("page") },
                "The page takes only 2 s, and the patience is 3 s. It was told all the same.",
                misconception: "done-tasks-stay-listed"
            )
            check.expect(
                !told.contains { $0.hasPrefix("poll") },
                "The poll begins at 3.2 s, and is done at 6.5 s. It was told, though the patience was not over at any look.",
                misconception: "first-look-counts"
            )
        },
        Check("once", "Each task is told once.", after: ["slow"]) { check in
            let told = try await told(
                check,
                patience: .seconds(2),
                until: .milliseconds(7500),
                about: ["mail", "page"]
            ) {
                request("mail", for: .seconds(20))
                request("page", after: .milliseconds(1100), for: .seconds(20))
            }
            check.expect(
                told,
                equals: ["mail at 3.0 s", "page at 4.0 s"],
                "The patience is 2 s, and both take long. They begin at 0.1 s and at 1.1 s.",
                misconception: told.count > 2 ? "slow-once-only" : nil
            )
            try await sleep(for: .seconds(20))
        },
        Check("looks", "It looks at once, and then every `interval`.", after: ["once"]) { check in
            let told = try await told(
                check,
                every: .seconds(2),
                patience: .seconds(3),
                until: .milliseconds(9500),
                about: ["mail", "page"]
            ) {
                createTask(name: "mail") { try await sleep(for: .seconds(5)) }
                request("page", after: .milliseconds(700), for: .seconds(6))
            }
            check.expect(
                told,
                equals: ["mail at 4.0 s", "page at 6.0 s"],
                "Looks are at 0, 2, 4 s and so on, and the patience is 3 s. The mail is there at 0 s, and the page from 0.7 s on."
            )
        },
        Check("names", "Tasks of the same name are different tasks.", after: ["looks"]) { check in
            let told = try await told(check, patience: .seconds(2), until: .milliseconds(9500), about: ["mail"]) {
                request("mail", for: .seconds(4))
                request("mail", after: .milliseconds(2200), for: .seconds(6))
                request("mail", after: .milliseconds(5300), for: .milliseconds(500))
            }
            check.expect(
                told,
                equals: ["mail at 3.0 s", "mail at 5.0 s"],
                "The patience is 2 s. Three tasks have the name `mail`: two that take long, and one that does not.",
                misconception: told.count == 1 || told.last == "mail at 6.0 s" ? "names-are-unique" : nil
            )
        },
        Check("self", "The watch does not tell of itself.", after: ["looks"]) { check in
            let told = try await told(
                check,
                patience: .seconds(2),
                until: .milliseconds(6500),
                about: ["night watch", "mail"],
                named: "night watch"
            ) {
                request("mail", for: .seconds(5))
            }
            check.expect(
                told.filter { $0.hasPrefix("night watch") }.isEmpty,
                "The watch has told: \(told).",
                misconception: "all-tasks-leaves-out-self"
            )
            check.expect(
                told.contains("mail at 3.0 s"),
                "The mail takes 5 s, and the patience is 2 s. It was not told at 3 s."
            )
        },
        Check("forgets", "A task that is done is not kept by the watch.", after: ["names"]) { check in
            weak var kept: Letter?
            let dog = createTask(name: "watch") {
                try await watch(every: .seconds(1), patience: .seconds(2), tell: { _ in })
            }
            createTask(name: "mail") {
                try await sleep(for: .milliseconds(4500))
                let letter = Letter()
                kept = letter
                return letter
            }
            try await sleep(for: .milliseconds(7500))
            check.expect(
                kept == nil,
                "A task has returned a letter at 4.5 s, and only the watch knows the task. At 7.5 s the letter is still kept.",
                misconception: "looking-keeps-nothing"
            )
            dog.cancel()
            try await wait(for: [dog])
        },
        Check(
            "cancelled",
            "When it is cancelled, it ends as cancelled, and leaves nothing behind.",
            after: ["self"],
            cancelling: .everySuspensionPoint,
            misconceptions: [.cancellation: "catch-lets-cancellation-pass"]
        ) { check in
            let outcome = await check.attempt {
                try await timeout(after: .milliseconds(4500)) {
                    try await watch(every: .seconds(1), patience: .seconds(2), tell: { _ in })
                }
            }
            if !check.isCancelling, case .success = outcome {
                let isCancelled = check.elapsed >= .milliseconds(4500)
                check.fail(
                    isCancelled
                        ? "A timeout cancelled it after 4.5 s, and it returned."
                        : "It has returned by itself. It should look for as long as it runs.",
                    misconception: isCancelled ? "catch-lets-cancellation-pass" : nil
                )
            }
        },
    ]
}
