import ConcurrencyKit
import LessonChecks

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check("parts", "Each part of the page is in its place.") { check in
            for (user, photo) in [("ada", "beach"), ("ben", "cat")] {
                let site = Site(newest: photo)
                let home = try await loadHome(of: user, with: site.server.fetch)
                check.expect(
                    home,
                    equals: Home(profile: "I am \(user)", photo: photo, comments: "nice \(photo)"),
                    "The newest photo of \(user) is \(photo), and the comments are those on \(photo)."
                )
                check.expect(
                    site.server.asked.sorted(),
                    equals: ["comments/\(photo)", "photo/\(user)", "profile/\(user)"],
                    "Three fetches are enough for the page of \(user)."
                )
            }
        },
        Check("comments-early", "The comments do not wait for the profile.", after: ["parts"]) { check in
            // One after the other 2 + 1 + 3; comments behind both others 2 + 3.
            let site = Site(profile: 2, photo: 1, comments: 3)
            _ = try await loadHome(of: "ada", with: site.server.fetch)
            check.expectElapsed(
                .seconds(4),
                "The profile takes 2 s, the photo 1 s, the comments 3 s. Only the comments need another answer.",
                misconception: Habit.ofTime(check)
            )
        },
        Check("profile-at-once", "The profile is asked for at once.", after: ["comments-early"]) { check in
            let site = Site(profile: 5, photo: 1, comments: 3)
            _ = try await loadHome(of: "ada", with: site.server.fetch)
            check.expectElapsed(
                .seconds(5),
                "The profile takes 5 s, and it needs no other answer. The other two take 4 s together.",
                misconception: check.elapsed == .seconds(6) ? "await-starts-the-wait" : nil
            )
        },
        // What becomes of the other fetches after an error is for later lessons.
        Check("error", "When a fetch fails, loadHome throws its error.", after: ["parts"], leftovers: .allowed) {
            check in
            for name in ["profile/ada", "photo/ada", "comments/beach"] {
                let site = Site(failing: name)
                let error = await check.expectThrows(
                    FakeServer.Failed.self,
                    "The server fails at \(name). A page with a hole looks whole to whoever gets it."
                ) {
                    _ = try await loadHome(of: "ada", with: site.server.fetch)
                }
                if let error { check.expect(error.name, equals: name, "The error should be that of \(name).") }
            }
        },
    ]
}

extension Checks {
    struct Site {
        let server: FakeServer

        init(newest: String = "beach", profile: Int = 1, photo: Int = 1, comments: Int = 1, failing: String? = nil) {
            server = FakeServer(
                delays: [
                    "profile/ada": .seconds(profile), "photo/ada": .seconds(photo),
                    "comments/\(newest)": .seconds(comments),
                ],
                failing: failing.map { [$0] } ?? []
            ) { path in
                let name = path.drop { $0 != "/" }.dropFirst()
                return path.hasPrefix("photo/") ? newest : path.hasPrefix("comments/") ? "nice \(name)" : "I am \(name)"
            }
        }
    }
}

extension Checks {
    enum Habit {
        /// Where all times have been added, the text tells which hope it was written in.
        static func ofTime(_ check: CheckRun) -> String? {
            if check.elapsed == .seconds(5) { return "awaits-end-in-finish-order" }
            guard check.elapsed == .seconds(6), let source = try? check.source else { return nil }
            if !source.calls(of: "createTask").isEmpty { return "create-makes-parallel" }
            return source.calls(of: "Coroutine").isEmpty ? "await-overlaps" : "coroutine-is-a-task"
        }
    }
}
