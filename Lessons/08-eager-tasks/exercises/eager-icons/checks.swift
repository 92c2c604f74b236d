import ConcurrencyKit
import LessonChecks

extension Checks {
    /// Draws for 1 s and holds the thread.
    final class Pencil {
        private(set) var drawn: [String] = []
        /// How often each name still fails.
        var failures: [String: Int]

        init(failures: [String: Int] = [:]) { self.failures = failures }

        func draw(_ name: String) throws -> String {
            drawn.append(name)
            block(for: .seconds(1))
            if let left = failures[name], left > 0 {
                failures[name] = left - 1
                throw FakeServer.Failed(name: name)
            }
            return "picture of \(name)"
        }
    }
}

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check("known", "The task of a known picture is done when icon returns.") { check in
            let pencil = Pencil()
            let icons = Icons(pictures: ["cat": "old cat", "dog": "old dog"], draw: pencil.draw)
            let cat = icons.icon("cat")
            let dog = icons.icon("dog")
            let done = [cat.done, dog.done]
            check.expect(
                [try await cat.value, try await dog.value],
                equals: ["old cat", "old dog"],
                "Both are known."
            )
            check.expect(
                done,
                equals: [true, true],
                "The pictures of cat and dog are there, so their tasks have nothing to wait for.",
                misconception: done == [false, false] ? "task-starts-at-once" : nil
            )
        },
        Check(
            "drawn",
            "An unknown picture is drawn in its task, and icon returns at once.",
            after: ["known"]
        ) { check in
            let pencil = Pencil()
            let icons = Icons(pictures: ["cat": "old cat"], draw: pencil.draw)
            let sun = icons.icon("sun")
            let moon = icons.icon("moon")
            check.expectElapsed(
                .zero,
                "A drawing takes 1 s, and it was made before icon returned.",
                misconception: check.elapsed == .seconds(2) ? "eager-work-is-free" : nil
            )
            let pictures = [try await sun.value, try await moon.value]
            check.expect(pictures, equals: ["picture of sun", "picture of moon"], "Each task gives its own picture.")
            check.expectElapsed(.seconds(2), "Two drawings of 1 s, one after the other, and nothing else to wait for.")
        },
        Check(
            "eager-loop",
            "That is so too in a loop whose tasks are all eager.",
            after: ["drawn"]
        ) { check in
            EventLoop.running!.taskFactory = .eager
            let pencil = Pencil()
            let icons = Icons(pictures: ["cat": "old cat"], draw: pencil.draw)
            let sun = icons.icon("sun")
            guard
                check.expectElapsed(
                    .zero,
                    "The loop's factory is `.eager`. A drawing takes 1 s, and it was made before icon returned.",
                    misconception: check.elapsed == .seconds(1) ? "no-option-means-queued" : nil
                )
            else {
                _ = try? await sun.value
                return
            }
            let cat = icons.icon("cat")
            check.expect(cat.done, "The picture of cat is known.")
            check.expect(try await sun.value, equals: "picture of sun", "The sun is drawn in its task.")
            _ = try await cat.value
            let moon = icons.icon("moon")
            moon.cancel()
            _ = try await wait(for: [moon])
            check.expect(moon.cancelled, "The task for the moon was cancelled at once, and did not end cancelled.")
            check.expect(pencil.drawn, equals: ["sun"], "The task for the moon was cancelled before it drew.")
            let other = createTask { 1 }
            check.expect(
                other.done,
                "The loop's tasks were eager, and now they are not: that is not for Icons to change."
            )
            _ = try await other.value
        },
        Check("once", "Whoever asks meanwhile, or later, gets the picture of the same drawing.", after: ["drawn"]) {
            check in
            let pencil = Pencil()
            let icons = Icons(pictures: [:], draw: pencil.draw)
            let first = icons.icon("sun")
            let second = icons.icon("sun")
            let pictures = [try await first.value, try await second.value]
            check.expect(pictures, equals: ["picture of sun", "picture of sun"], "The sun is asked for twice.")
            guard
                check.expect(
                    pencil.drawn,
                    equals: ["sun"],
                    "The sun is asked for twice before it is drawn.",
                    misconception: pencil.drawn == ["sun", "sun"] ? "task-not-shared-while-running" : nil
                )
            else { return }
            let third = icons.icon("sun")
            check.expect(third.done, "The sun has been drawn, so its picture is known now.")
            check.expect(try await third.value, equals: "picture of sun", "The sun has been drawn.")
            check.expect(pencil.drawn, equals: ["sun"], "The sun has been drawn.")
        },
        Check(
            "again",
            "After a drawing that failed or was cancelled, the picture is drawn anew.",
            after: ["once"]
        ) { check in
            let pencil = Pencil(failures: ["sun": 1])
            let icons = Icons(pictures: [:], draw: pencil.draw)
            let broken = icons.icon("sun")
            await check.expectThrows(FakeServer.Failed.self, "The first drawing of the sun fails.") {
                _ = try await broken.value
            }
            let sun = try? await icons.icon("sun").value
            guard
                check.expect(
                    sun,
                    equals: "picture of sun",
                    "The sun is asked for again after its drawing has failed.",
                    misconception: pencil.drawn == ["sun"] ? "failed-task-runs-again" : nil
                )
            else { return }
            let cancelled = icons.icon("moon")
            cancelled.cancel()
            _ = try await wait(for: [cancelled])
            check.expect(pencil.drawn, equals: ["sun", "sun"], "The moon was cancelled before it was drawn.")
            let moon = try? await icons.icon("moon").value
            check.expect(
                moon,
                equals: "picture of moon",
                "The moon is asked for again. Its first task was cancelled before its first turn.",
                misconception: moon == nil ? "cancel-unstarted-refused" : nil
            )
        },
    ]
}
