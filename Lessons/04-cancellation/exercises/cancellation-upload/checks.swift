import ConcurrencyKit
import LessonChecks

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check("complete", "All parts are sent in their order, and the upload is finished.") { check in
            let storage = FakeStorage()
            try await upload(["a", "b"], to: storage)
            check.expect(
                storage.log.texts,
                equals: ["begin", "send a", "send b", "finish"],
                "Two parts, and nothing goes wrong."
            )
            let empty = FakeStorage()
            try await upload([], to: empty)
            check.expect(empty.log.texts, equals: ["begin", "finish"], "There are no parts: the file is empty.")
        },
        Check(
            "cancelled",
            "When it is asked to stop, the upload is aborted, and it ends cancelled.",
            after: ["complete"]
        ) {
            check in
            let storage = FakeStorage()
            let task = createTask { try await upload(["a", "b", "c"], to: storage) }
            try await sleep(for: .milliseconds(2500))
            task.cancel("the user left")
            try await wait(for: [task])
            // However it has ended: the lines below say what was wrong.
            _ = try? task.exception()
            let expected = ["begin", "send a", "cancel b", "abort"]
            let done = storage.log.texts
            guard done == expected else {
                // An abort that comes later runs in a task that nobody awaits.
                try await sleep(for: .seconds(10))
                check.expect(
                    done,
                    equals: expected,
                    "The request comes while part b is sent. Here is what has been done when your code ends.",
                    misconception: done != expected.dropLast()
                        ? nil : storage.isOpen ? "cancelled-task-vanishes" : "run-waits-for-leftovers"
                )
                return
            }
            check.expect(
                task.cancelled,
                "The upload was asked to stop, and was aborted. But it returned, as if there were a file now.",
                misconception: (try? task.result()) != nil ? "swallowed-still-cancelled" : nil
            )
            check.expectElapsed(.milliseconds(4500), "The request comes at 2.5 s, and an abort takes 2 s.")
        },
        Check("failure", "When a part cannot be sent, the upload is aborted.", after: ["cancelled"]) { check in
            let storage = FakeStorage(failing: ["b"])
            let outcome = await check.attempt { try await upload(["a", "b", "c"], to: storage) }
            let expected = ["begin", "send a", "fail b", "abort"]
            check.expect(
                storage.log.texts,
                equals: expected,
                "Part b cannot be sent. Here is what has been done when your code ends.",
                misconception: storage.log.texts == expected.dropLast() ? "cleanup-is-for-cancellation" : nil
            )
            guard storage.log.texts == expected else { return }
            check.expect(outcome.failed == "b", "The storage has said why part b cannot be sent. Nobody is told.")
        },
        Check("finish", "When the upload cannot be finished, it is aborted.", after: ["failure"]) { check in
            let storage = FakeStorage(failing: ["finish"])
            let outcome = await check.attempt { try await upload(["a"], to: storage) }
            let expected = ["begin", "send a", "fail finish", "abort"]
            check.expect(
                storage.log.texts,
                equals: expected,
                "The part has been sent, and `finish` fails. Here is what has been done when your code ends."
            )
            guard storage.log.texts == expected else { return }
            check.expect(outcome.failed == "finish", "The storage has said why it cannot finish. Nobody is told.")
        },
        Check("not-begun", "When an upload cannot begin, there is nothing to abort.", after: ["failure"]) { check in
            let storage = FakeStorage(failing: ["begin"])
            let outcome = await check.attempt { try await upload(["a"], to: storage) }
            check.expect(
                storage.log.texts,
                equals: ["fail begin"],
                "`begin` fails, so there is no upload. Here is what has been done when your code ends."
            )
            check.expect(outcome.failed == "begin", "The storage has said why it cannot begin. Nobody is told.")
        },
        Check("hurry", "A second request does not interrupt the abort.", after: ["failure"]) { check in
            let storage = FakeStorage()
            let task = createTask { try await upload(["a", "b", "c"], to: storage) }
            try await sleep(for: .milliseconds(2500))
            task.cancel("the user left")
            try await sleep(for: .seconds(1))
            task.cancel("the user is in a hurry")
            try await wait(for: [task])
            _ = try? task.exception()
            let expected = ["begin", "send a", "cancel b", "abort"]
            check.expect(
                storage.log.texts,
                equals: expected,
                "A second request comes during the abort. Here is what has been done when your code ends.",
                misconception: storage.log.texts == expected.dropLast() + ["cancel abort"]
                    ? "cleanup-is-protected" : nil
            )
            guard storage.log.texts == expected else { return }
            check.expect(task.cancelled, "The upload was asked to stop, twice, and does not end cancelled.")
            check.expectElapsed(.milliseconds(4500), "The abort begins at 2.5 s and takes 2 s.")
        },
        Check("hurry-late", "After a failure, a request does not interrupt the abort.", after: ["hurry"]) { check in
            let storage = FakeStorage(failing: ["b"])
            let task = createTask { try await upload(["a", "b", "c"], to: storage) }
            try await sleep(for: .seconds(4))
            task.cancel("the user left")
            try await wait(for: [task])
            // Cancelled or with the error of part b: either may be said.
            _ = try? task.exception()
            check.expect(
                storage.log.texts,
                equals: ["begin", "send a", "fail b", "abort"],
                "Part b cannot be sent, and a request comes during the abort. Here is what has been done when your code ends."
            )
        },
        Check("first-error", "If the abort fails too, the first error is thrown.", after: ["hurry-late"]) { check in
            let storage = FakeStorage(failing: ["b", "abort"])
            let outcome = await check.attempt { try await upload(["a", "b", "c"], to: storage) }
            check.expect(
                outcome.failed,
                equals: "b",
                "Part b cannot be sent, and the abort fails as well. Why it all began is what the caller wants to know."
            )
            let broken = FakeStorage(failing: ["abort"])
            let task = createTask { try await upload(["a", "b", "c"], to: broken) }
            try await sleep(for: .milliseconds(2500))
            task.cancel("the user left")
            try await wait(for: [task])
            let error = task.cancelled ? nil : try? task.exception()
            check.expect(
                task.cancelled,
                "It is asked to stop, and the abort fails. The first error is the CancelledError. Instead there was \(error.map { "\($0)" } ?? "none")."
            )
        },
        Check(
            "anywhere",
            "Wherever a request comes, no upload stays open.",
            after: ["first-error"],
            cancelling: .everySuspensionPoint
        ) { check in
            let storage = FakeStorage()
            let outcome = await check.attempt { try await upload(["a", "b"], to: storage) }
            check.expect(!storage.isOpen, "Your code has ended, and the upload is still open.")
            guard case .success = outcome else { return }
            check.expect(storage.log.texts.last, equals: "finish", "Your code returns, and there is no file.")
        },
    ]
}

extension Checks {
    final class FakeStorage: Storage {
        struct Failed: Error {
            let what: String
        }

        /// What was done, each when it had been done.
        let log = CallLog()
        private(set) var isOpen = false
        private let failing: Set<String>

        init(failing: Set<String> = []) { self.failing = failing }

        func begin() async throws -> Int {
            try await take(.seconds(1), for: "begin", "begin")
            isOpen = true
            return 7
        }

        func send(_ part: String, to upload: Int) async throws {
            try find(upload)
            try await take(.seconds(1), for: part, "send \(part)")
        }

        func finish(_ upload: Int) async throws {
            try find(upload)
            try await take(.seconds(1), for: "finish", "finish")
            isOpen = false
        }

        func abort(_ upload: Int) async throws {
            try find(upload)
            try await take(.seconds(2), for: "abort", "abort")
            isOpen = false
        }

        private func find(_ upload: Int) throws {
            guard upload != 7 else { return }
            log("look for upload \(upload), which there is not")
            throw Failed(what: "upload \(upload)")
        }

        private func take(_ time: Duration, for what: String, _ done: String) async throws {
            do { try await sleep(for: time) } catch {
                log("cancel \(what)")
                throw error
            }
            guard !failing.contains(what) else {
                log("fail \(what)")
                throw Failed(what: what)
            }
            log(done)
        }
    }
}

extension Result where Failure == any Error {
    /// What the storage said had failed.
    fileprivate var failed: String? {
        guard case .failure(let error) = self else { return nil }
        return (error as? Checks.FakeStorage.Failed)?.what
    }
}
