import ConcurrencyKit
import LessonChecks

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check("once", "A page is downloaded once, and kept.") { check in
            let server = FakeServer(delay: .seconds(2)) { "text of \($0)" }
            let cache = PageCache(fetch: server.fetch)
            do {
                for path in ["/home", "/news", "/home", "/news"] {
                    let text = try await cache.page(path)
                    check.expect(text, equals: "text of \(path)", "Somebody asks for \(path).")
                }
            } catch is LoopError {
                check.fail(
                    "Somebody asks for a page a second time, and a coroutine is awaited a second time.",
                    misconception: "coroutine-keeps-its-result"
                )
                return
            }
            check.expect(
                server.asked,
                equals: ["/home", "/news"],
                "Each of two pages was asked for twice, one after the other. These were downloaded."
            )
            check.expectElapsed(.seconds(4), "Two downloads take 2 s each. What is kept takes no time.")
        },
        Check("joined", "Whoever asks while a download is under way joins it.", after: ["once"]) { check in
            let server = FakeServer(delays: ["/home": .seconds(3)]) { "text of \($0)" }
            let cache = PageCache(fetch: server.fetch)
            let readers = [("/home", 0), ("/home", 1), ("/news", 1), ("/home", 2)].map { path, seconds in
                createTask {
                    try await sleep(for: .seconds(seconds))
                    return try await cache.page(path)
                }
            }
            var texts: [String] = []
            for reader in readers { texts.append(try await reader.value) }
            check.expect(
                texts,
                equals: ["/home", "/home", "/news", "/home"].map { "text of \($0)" },
                "Four readers ask for a page each."
            )
            check.expect(
                server.asked.sorted(),
                equals: ["/home", "/news"],
                "/home takes 3 s. Three readers ask for it, at 0, 1 and 2 s. These pages were downloaded.",
                misconception: server.asked.count { $0 == "/home" } == 3 ? "task-not-shared-while-running" : nil
            )
            check.expectElapsed(.seconds(3), "All readers have their text when the slower of the two pages is there.")
        },
        Check("failed", "A download that fails is not kept.", after: ["joined"]) { check in
            let server = FakeServer(delay: .seconds(2), failingAtFirst: ["/home": 1]) { "text of \($0)" }
            let cache = PageCache(fetch: server.fetch)
            let readers = [0, 1].map { seconds in
                createTask {
                    try await sleep(for: .seconds(seconds))
                    await check.expectThrows(FakeServer.Failed.self, "The download that both readers wait for fails.") {
                        _ = try await cache.page("/home")
                    }
                }
            }
            for reader in readers { try await reader.value }
            check.expect(server.asked.count, equals: 1, "Two readers ask at 0 and 1 s, and the download takes 2 s.")
            do {
                let text = try await cache.page("/home")
                check.expect(text, equals: "text of /home", "The second download brings the text.")
            } catch {
                check.fail(
                    "The first download has failed, and the second one would bring the text. Whoever asks now gets: \(error)",
                    misconception: server.asked.count == 1 ? "await-again-runs-again" : nil
                )
            }
        },
        Check("at-once", "All who joined a failed download may ask again at once.", after: ["failed"]) { check in
            let server = FakeServer(delay: .seconds(2), failingAtFirst: ["/home": 1]) { "text of \($0)" }
            let cache = PageCache(fetch: server.fetch)
            let readers = ["Ada", "Ben", "Cleo"].map { name in
                createTask(name: name) {
                    if let text = try? await cache.page("/home") { return text }
                    return (try? await cache.page("/home")) ?? "error"
                }
            }
            var texts: [String] = []
            for reader in readers { texts.append(try await reader.value) }
            check.expect(
                texts,
                equals: Array(repeating: "text of /home", count: 3),
                "The first download fails. Ada, Ben and Cleo have joined it, and each asks once more as soon as it wakes."
            )
            guard !texts.contains("error") else { return }
            check.expect(
                server.asked.count,
                equals: 2,
                "After the failure, Ada, Ben and Cleo ask once more. The first of them begins a download, and the others join it.",
                misconception: server.asked.count > 2 ? "entry-is-still-mine" : nil
            )
        },
        Check(
            "cancelled",
            "A download that was cancelled is not kept.",
            after: ["at-once"],
            cancelling: .everySuspensionPoint
        ) { check in
            let server = FakeServer(delay: .seconds(2)) { "text of \($0)" }
            let cache = PageCache(fetch: server.fetch)
            _ = await check.attempt { try await cache.page("/home") }
            let before = server.asked.count
            do {
                let text = try await cache.page("/home")
                check.expect(text, equals: "text of /home", "Another reader asks for the same page later.")
            } catch {
                check.fail(
                    "The only reader was cancelled. Another one asks for the same page later, and gets: \(error)",
                    misconception: before == 0 && server.asked.isEmpty ? "cancel-unstarted-refused" : nil
                )
            }
        },
        Check(
            "all-told",
            "Whoever has joined a download that is cancelled does not wait for ever.",
            after: ["cancelled"]
        ) {
            check in
            let server = FakeServer(delay: .seconds(2)) { "text of \($0)" }
            let cache = PageCache(fetch: server.fetch)
            let ada = createTask(name: "Ada") { try await cache.page("/home") }
            let ben = createTask(name: "Ben") {
                try await sleep(for: .seconds(1))
                return try await cache.page("/home")
            }
            try await sleep(for: .milliseconds(1500))
            ada.cancel()
            let (_, waiting) = try await wait(for: [ada, ben], timeout: .seconds(60))
            guard
                check.expect(
                    waiting.isEmpty,
                    "Ada asks at 0 s, and Ben joins her download at 1 s. Ada is cancelled at 1.5 s. A minute later Ben still waits."
                )
            else {
                for reader in waiting { reader.cancel() }
                try await wait(for: waiting)
                return
            }
            for reader in [ada, ben] where !reader.cancelled { _ = try? reader.exception() }
            // A download that goes on for Ben is as good.
            check.expect(
                ben.cancelled || server.asked.count == 1 && (try? ben.result()) == "text of /home",
                "Ben has joined a download that is cancelled with Ada. He should get its CancelledError, and got \(ben)."
            )
        },
    ]
}
