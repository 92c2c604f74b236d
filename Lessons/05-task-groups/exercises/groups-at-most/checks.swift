import ConcurrencyKit
import LessonChecks

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check("in-order", "The contents come in the order of the files.") { check in
            let server = FakeServer(delays: ["a": .seconds(3), "c": .seconds(2)])
            let contents = try await downloadAll(["a", "b", "c"], atMost: 3, with: server.fetch)
            check.expect(
                contents,
                equals: ["A", "B", "C"],
                "File a takes longest, and its contents still come first.",
                misconception: contents == ["B", "C", "A"] ? "results-in-finish-order" : nil
            )
        },
        Check("few", "There may be fewer files than the limit allows, and none at all.", after: ["in-order"]) { check in
            let server = FakeServer()
            let one = try await downloadAll(["a"], atMost: 5, with: server.fetch)
            check.expect(one, equals: ["A"], "One file, and five would be allowed.")
            let none = try await downloadAll([], atMost: 5, with: server.fetch)
            check.expect(none, equals: [], "No file at all.")
            check.expectElapsed(.seconds(1), "The one file takes 1 s.")
        },
        Check("busy", "A slot that is free is used again at once.", after: ["few"]) { check in
            let server = FakeServer(delays: ["a": .seconds(3)])
            let task = createTask { try await downloadAll(["a", "b", "c", "d"], atMost: 2, with: server.fetch) }
            try await sleep(for: .milliseconds(500))
            check.expect(
                server.running,
                equals: 2,
                "At 0.5 s, two of the four files are fetched.",
                misconception: server.running == 1 ? "await-in-loop-overlaps" : nil
            )
            for moment in ["1.5", "2.5"] {
                try await sleep(for: .seconds(1))
                let wanted = min(2, 4 - server.answered.count)
                check.expect(
                    server.running,
                    equals: wanted,
                    "File a takes 3 s and the others 1 s each, two at a time. So many are fetched at \(moment) s.",
                    misconception: moment == "1.5" && server.running < wanted ? "limit-means-batches" : nil
                )
            }
            _ = try await task.value
            check.expect(
                check.elapsed,
                isOneOf: [.seconds(3), .seconds(4)],
                "File a takes 3 s and the others 1 s each, two at a time."
            )
        },
        Check("limit", "There are never more fetches at one time than the limit allows.", after: ["busy"]) { check in
            let server = FakeServer(delays: ["a": .zero])
            let contents = try await downloadAll(["a", "b", "c", "d"], atMost: 2, with: server.fetch)
            check.expect(contents, equals: ["A", "B", "C", "D"], "File a takes no time: it is in a cache.")
            check.expect(
                server.mostAtOnce,
                equals: 2,
                "File a takes no time, and the others 1 s each. Two may be fetched at one time.",
                misconception: server.mostAtOnce > 2 ? "woken-means-still-true" : nil
            )
        },
        Check("failure", "The first failure cancels the others, and its error is thrown.", after: ["few"]) { check in
            let server = FakeServer(delay: .seconds(3), delays: ["b": .seconds(1)], failing: ["b"])
            let outcome = await check.attempt {
                try await downloadAll(["a", "b", "c"], atMost: 3, with: server.fetch)
            }
            guard server.running == 0 else {
                check.fail(
                    "File b has failed, the download has ended, and \(server.running) fetches still go on.",
                    misconception: server.running == 2 ? "siblings-are-cancelled" : nil
                )
                // What still runs is told by the line above.
                return try await sleep(for: .seconds(10))
            }
            switch outcome {
            case .failure(is FakeServer.Failed): break
            case .failure(let error):
                check.fail(
                    "File b cannot be fetched. Its own error is wanted, and there was \(type(of: error)).",
                    misconception: error is ExceptionGroup ? "group-throws-first-error" : nil
                )
            case .success(let contents):
                check.fail("File b cannot be fetched, and there was no error, but \(contents).")
            }
            check.expectElapsed(.seconds(1), "File b fails after 1 s. The others would take 3 s, and are not wanted.")
        },
        Check(
            "late-error",
            "It ends when all others have stopped, with the error of the file that failed first.",
            after: ["failure"]
        ) { check in
            let error = await check.expectThrows(FakeServer.Failed.self, "File b cannot be fetched.") {
                _ = try await downloadAll(["a", "b", "c"], atMost: 3) { file in
                    do { try await sleep(for: .seconds(file == "b" ? 1 : 3)) } catch {
                        // Whoever is told to stop fails on the way out.
                        try await sleep(for: .seconds(file == "a" ? 1 : 2))
                        throw FakeServer.Failed(name: file)
                    }
                    if file == "b" { throw FakeServer.Failed(name: file) }
                    return file
                }
            }
            guard let error else { return }
            check.expect(
                error.name,
                equals: "b",
                "File b fails after 1 s. Then a and c are told to stop, and fail on the way out. Whose error is thrown?"
            )
            check.expectElapsed(
                .seconds(3),
                "File b fails after 1 s. Then a and c are told to stop. That takes 1 s for a, and 2 s for c."
            )
            // What still runs is told by the line above.
            try await sleep(for: .seconds(10))
        },
        Check(
            "cancelled",
            "When it is cancelled, it ends cancelled, and no fetch goes on.",
            after: ["limit", "late-error"],
            cancelling: .everySuspensionPoint
        ) { check in
            let server = FakeServer(delays: ["b": .seconds(2)])
            let outcome = await check.attempt {
                try await downloadAll(["a", "b", "c"], atMost: 2, with: server.fetch)
            }
            guard check.isCancelling, case .failure = outcome else { return }
            check.expect(server.running == 0, "The download has ended, and a fetch still goes on.")
        },
    ]
}
