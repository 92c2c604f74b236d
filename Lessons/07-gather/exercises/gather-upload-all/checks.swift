import ConcurrencyKit
import LessonChecks

extension Checks {
    /// Takes uploads. One that is cancelled removes what was sent: that takes 2 s, or as long as `cleanups` says.
    final class Store {
        let delays: [String: Duration]
        let cleanups: [String: Duration]
        let failing: Set<String>
        let failingCleanups: Set<String>
        private(set) var stored: [String] = []
        private(set) var removed: [String] = []
        /// Cancelled again while they tidied up.
        private(set) var disturbed: [String] = []
        private(set) var running = 0

        init(
            _ delays: [String: Duration],
            cleanups: [String: Duration] = [:],
            failing: Set<String> = [],
            failingCleanups: Set<String> = []
        ) {
            self.failingCleanups = failingCleanups
            self.delays = delays
            self.cleanups = cleanups
            self.failing = failing
        }

        func upload(_ file: String) async throws -> String {
            running += 1
            defer { running -= 1 }
            do {
                try await sleep(for: delays[file] ?? .seconds(1))
            } catch {
                do { try await sleep(for: cleanups[file] ?? .seconds(2)) } catch {
                    disturbed.append(file)
                    throw error
                }
                if failingCleanups.contains(file) { throw FakeServer.Failed(name: file) }
                removed.append(file)
                throw error
            }
            if failing.contains(file) { throw FakeServer.Failed(name: file) }
            stored.append(file)
            return file.uppercased()
        }
    }
}

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check("all", "All files are uploaded at the same time, and the addresses come in their order.") { check in
            let store = Store(["a": .seconds(3), "b": .seconds(1), "c": .seconds(2)])
            let addresses = try await uploadAll(["a", "b", "c"], with: store.upload)
            check.expect(
                addresses,
                equals: ["A", "B", "C"],
                "File a takes longest, and its address still comes first."
            )
            check.expectElapsed(
                .seconds(3),
                "The files take 3 s, 1 s and 2 s.",
                misconception: check.elapsed == .seconds(6) ? "await-in-loop-overlaps" : nil
            )
            check.expect(try await uploadAll([], with: store.upload), equals: [], "There are no files at all.")
            let many = try await uploadAll((1...12).map { "file \($0)" }, with: store.upload)
            check.expect(many, equals: (1...12).map { "FILE \($0)" }, "There are twelve files, from file 1 to file 12.")
            check.expectElapsed(.seconds(4), "Those three take 3 s, and then twelve others take 1 s each.")
        },
        Check(
            "failure",
            "When one upload fails, the others are cancelled, and its error is thrown.",
            after: ["all"]
        ) { check in
            let store = Store(["a": .seconds(10), "b": .seconds(1), "c": .seconds(3)], failing: ["c"])
            do {
                let addresses = try await uploadAll(["a", "b", "c"], with: store.upload)
                check.fail("File c cannot be uploaded, and uploadAll returned \(addresses).")
            } catch let error as FakeServer.Failed {
                check.expect(error.name, equals: "c", "File c cannot be uploaded.")
            } catch {
                check.fail(
                    "File c cannot be uploaded, and uploadAll threw \(error).\n"
                        + "  expected the error of file c",
                    misconception: error is CancelledError ? "cancelled-counts-as-error" : nil
                )
            }
            let end = check.elapsed
            try await sleep(for: .seconds(20))
            // Whether somebody waited for the cleanup is for the next check.
            check.expect(
                store.removed,
                equals: ["a"],
                "File c fails after 3 s, and file a would take 10 s.",
                misconception: store.stored.contains("a")
                    ? end == .seconds(10) ? "errors-as-values-stop-nobody" : "siblings-are-cancelled" : nil
            )
        },
        Check(
            "tidy",
            "After a failure, uploadAll ends as soon as all uploads have tidied up, and not before.",
            after: ["failure"]
        ) { check in
            let store = Store(
                ["a": .seconds(10), "b": .seconds(2), "c": .seconds(10)],
                cleanups: ["a": .seconds(1), "c": .seconds(4)],
                failing: ["b"],
                failingCleanups: ["a"]
            )
            let error = await check.expectThrows(FakeServer.Failed.self, "File b cannot be uploaded.") {
                _ = try await uploadAll(["a", "b", "c"], with: store.upload)
            }
            check.expect(error?.name ?? "b", equals: "b", "File b failed first. File a fails later, in its cleanup.")
            check.expectElapsed(
                .seconds(6),
                "File b fails after 2 s. File a needs 1 s to tidy up, and file c 4 s.",
                misconception: check.elapsed == .seconds(2) ? "cancel-is-instant" : nil
            )
            // What still runs is told by the line above.
            try await sleep(for: .seconds(20))
        },
        Check(
            "stopping",
            "When uploadAll is cancelled, it ends cancelled as soon as all uploads have tidied up.",
            after: ["tidy"]
        ) { check in
            let store = Store(
                ["a": .seconds(5), "b": .seconds(7), "c": .seconds(9)],
                cleanups: ["b": .seconds(1), "c": .seconds(3)]
            )
            let files = createTask(name: "uploadAll") { try await uploadAll(["a", "b", "c"], with: store.upload) }
            try await sleep(for: .seconds(1))
            files.cancel()
            _ = try await wait(for: [files])
            let end = check.elapsed
            // What still runs is told by the lines below.
            try await sleep(for: .seconds(20))
            guard check.expect(files.cancelled, "It was cancelled after 1 s, and did not end cancelled.") else {
                return
            }
            guard
                check.expect(
                    store.disturbed,
                    equals: [],
                    "These uploads were cancelled once more while they tidied up, and what they had sent is left.",
                    misconception: "cancel-delivered-once"
                )
            else { return }
            check.expect(
                end,
                equals: .seconds(4),
                "It is cancelled after 1 s. The uploads need 2 s, 1 s and 3 s to tidy up.",
                misconception: end == .seconds(2) ? "cancelled-gather-waits-for-all" : nil
            )
        },
        Check(
            "anywhere",
            "Wherever it is cancelled, no upload goes on when it has ended.",
            after: ["stopping"],
            cancelling: .everySuspensionPoint
        ) { check in
            let store = Store(
                ["a": .seconds(5), "b": .seconds(3), "c": .seconds(4)],
                cleanups: ["b": .seconds(1), "c": .seconds(3)]
            )
            let outcome = await check.attempt { try await uploadAll(["a", "b", "c"], with: store.upload) }
            guard check.isCancelling, case .failure = outcome else { return }
            check.expect(store.running == 0, "uploadAll has ended, and uploads still go on.")
            check.expect(store.disturbed, equals: [], "These uploads were cancelled once more while they tidied up.")
        },
    ]
}
