import ConcurrencyKit
import LessonChecks

extension Checks {
    struct Broken: Error {}
}

extension Checks {
    /// Works for a while; when it is cancelled, it tidies up, and then ends in its own way.
    final class Worker {
        enum Answer {
            case stops
            case returns(String)
            case fails
        }

        private let time: Duration
        private let cleanup: Duration
        private let answer: Answer
        /// A second request has cut its cleanup short.
        private(set) var wasCutShort = false
        private(set) var hasEnded = false

        init(for time: Duration = .seconds(60), cleanup: Duration = .zero, then answer: Answer = .stops) {
            self.time = time
            self.cleanup = cleanup
            self.answer = answer
        }

        func work() async throws -> String {
            defer { hasEnded = true }
            do { try await sleep(for: time) } catch {
                if cleanup > .zero {
                    do { try await sleep(for: cleanup) } catch {
                        wasCutShort = true
                        throw error
                    }
                }
                switch answer {
                case .stops: throw error
                case .returns(let text): return text
                case .fails: throw Broken()
                }
            }
            return "complete"
        }
    }
}

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check("endings", "It tells how each task has ended, as soon as all have.") { check in
            let tasks = [
                createTask(name: "a") { try await sleep(for: .seconds(2), returning: "A") },
                createTask(name: "b") { () -> String in
                    try await sleep(for: .milliseconds(200))
                    throw Broken()
                },
                createTask(name: "c", Worker().work),
            ]
            try await sleep(for: .milliseconds(500))
            tasks[2].cancel()
            let text = "Task a returns after 2 s, b has failed, and somebody has cancelled c."
            do {
                let endings = try await shutDown(tasks, grace: .seconds(9))
                let known = check.expect(
                    endings,
                    equals: [.returned("A"), .failed, .cancelled],
                    text,
                    misconception: endings == [.returned("A"), .failed, .failed] ? "cancelled-counts-as-error" : nil
                )
                guard known else { return }
                check.expectElapsed(
                    .seconds(2),
                    "After 2 s all have ended: nobody needs the grace of 9 s.",
                    misconception: check.elapsed == .seconds(9.5) ? "sleep-long-enough" : nil
                )
                check.expect(try await shutDown([], grace: .seconds(9)), equals: [], "There are no tasks.")
            } catch is CancelledError {
                check.fail(
                    "\(text) shutDown throws a CancelledError.",
                    misconception: check.elapsed == .seconds(2) ? "cancelled-counts-as-error" : nil
                )
            } catch is Broken {
                check.fail("\(text) shutDown throws the error of b.", misconception: "error-spoils-all")
            }
        },
        Check(
            "grace",
            "Whoever has not ended after `grace` is cancelled.",
            after: ["endings"],
            misconceptions: [.leak: "cancel-is-instant"]
        ) { check in
            let tasks = [
                createTask(name: "a") { try await sleep(for: .seconds(1), returning: "A") },
                createTask(name: "b", Worker().work),
                createTask(name: "c", Worker().work),
            ]
            do {
                let endings = try await shutDown(tasks, grace: .seconds(3))
                check.expect(
                    endings,
                    equals: [.returned("A"), .cancelled, .cancelled],
                    "Task a returns after 1 s, and b and c would take a minute."
                )
                check.expectElapsed(
                    .seconds(3),
                    "The grace is 3 s, for all of them together.",
                    misconception: check.elapsed == .seconds(7) ? "timeout-per-item" : nil
                )
            } catch let error as InvalidStateError {
                let wasAsked = tasks[1].cancelling > 0
                check.fail(
                    "Task b is asked how it has ended while it is not done: \(error).",
                    misconception: wasAsked ? "cancel-is-instant" : "wait-timeout-cancels"
                )
                // What still runs is told by the line above.
                try await sleep(for: .seconds(2))
                for task in tasks { task.cancel() }
                try await sleep(for: .zero)
            }
        },
        Check(
            "answers",
            "What counts is how a task has ended, and nobody is asked twice.",
            after: ["grace"]
        ) { check in
            let workers = [
                Worker(cleanup: .seconds(3), then: .returns("half")),
                Worker(cleanup: .seconds(1), then: .fails),
                Worker(cleanup: .seconds(4)),
            ]
            let tasks = zip(["a", "b", "c"], workers).map { name, worker in createTask(name: name, worker.work) }
            try await sleep(for: .seconds(1))
            tasks[2].cancel()
            let endings = try await shutDown(tasks, grace: .seconds(1))
            if workers[2].wasCutShort {
                return check.fail(
                    "Task c was asked before, and tidies up when the grace is over. A second request cuts that short.",
                    misconception: "cleanup-is-protected"
                )
            }
            check.expect(
                endings,
                equals: [.returned("half"), .failed, .cancelled],
                "All are asked to stop. Task a returns what it has, b fails while it tidies up, and c stops.",
                misconception: endings == [.cancelled, .cancelled, .cancelled] ? "cancelled-means-asked" : nil
            )
            check.expectElapsed(
                .seconds(5),
                "Task a is asked after 2 s and tidies up for 3 s. Task c is asked after 1 s and takes 4 s."
            )
        },
        Check(
            "cancelled",
            "When shutDown is cancelled, the grace is over: the tasks are asked to stop, and have ended when it ends.",
            after: ["answers"],
            cancelling: .everySuspensionPoint,
            misconceptions: [.cancellation: "catch-lets-cancellation-pass", .leak: "wait-owns-its-tasks"]
        ) { check in
            let workers = [Worker(cleanup: .seconds(3)), Worker(cleanup: .seconds(2)), Worker(cleanup: .seconds(4))]
            let tasks = zip(["a", "b", "c"], workers).map { name, worker in createTask(name: name, worker.work) }
            try await sleep(for: .seconds(1))
            tasks[2].cancel()
            try await sleep(for: .milliseconds(500))
            _ = await check.attempt { try await shutDown(tasks, grace: .seconds(5)) }
            guard check.isCancelling else { return }
            let cut = workers[2].wasCutShort && !workers[0].wasCutShort && !workers[1].wasCutShort
            check.expect(
                !workers.contains { $0.wasCutShort },
                cut
                    ? "Task c was asked before, and tidies up when shutDown is cancelled. A second request cuts that short."
                    : "The tasks tidy up, and shutDown is cancelled meanwhile. It asks them a second time, which cuts that short.",
                misconception: "cleanup-is-protected"
            )
        },
    ]
}
