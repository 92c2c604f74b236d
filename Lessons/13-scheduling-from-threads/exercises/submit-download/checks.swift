import ConcurrencyKit
import LessonChecks
import Synchronization

extension Checks {
    /// An old library: a part each second, in a thread, half a second later the text, and a second of tidying up.
    ///
    /// No two calls come at the same moment: other orders than asyncio's would turn round even what one thread sends.
    private final class Library {
        struct Broken: Error {}

        private let parts: Int
        private let isBroken: Bool
        /// What the thread waits for when it has told the end, in real time; nil: nothing.
        private let release: Release?
        /// The thread, as a task of the check.
        private(set) var work: LoopTask<Void>?

        init(parts: Int, isBroken: Bool = false, release: Release? = nil) {
            self.parts = parts
            self.isBroken = isBroken
            self.release = release
        }

        func begin(_ listener: Listener) {
            let (parts, isBroken, release) = (parts, isBroken, release)
            work = createTask(name: "the library") {
                try await toThread {
                    for part in 1...parts {
                        block(for: .seconds(1))
                        listener.part(part)
                    }
                    block(for: .milliseconds(500))
                    release?.letTheLoopSleep()
                    listener.end(isBroken ? .failure(Broken()) : .success("the text"))
                    guard let release else { return block(for: .seconds(1)) }
                    release.wait()
                }
            }
        }
    }
}

extension Checks {
    /// Lets a thread of the library go on. Until then it does not call the loop, and so nothing of its own wakes the loop.
    private final class Release: Sendable {
        private let isGiven = Atomic(false)

        func give() { isGiven.store(true, ordering: .sequentiallyConsistent) }

        /// The loop may still be awake from the call before. A future that is set from here would be seen then, by luck.
        func letTheLoopSleep() {
            let clock = ContinuousClock()
            let end = clock.now + .milliseconds(100)
            while clock.now < end {}
        }

        /// In vain for so long only: by then the run has been given up.
        func wait() {
            let clock = ContinuousClock()
            let end = clock.now + .seconds(4)
            while !isGiven.load(ordering: .sequentiallyConsistent), clock.now < end {}
        }
    }
}

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check(
            "text",
            "The text that the library ends with is returned, as soon as it is there.",
            misconceptions: [.error: "futures-are-threadsafe"]
        ) { check in
            let library = Library(parts: 2)
            let text = try await download(library.begin, show: { _ in })
            let end = check.elapsed
            try await library.work?.value
            check.expect(text, equals: "the text", "The library ends with this text.")
            check.expect(
                end == .milliseconds(2500),
                "The text is there after 2.5 s, and `download` returned after \(end)."
            )
        },
        Check(
            "woken",
            "The end of the download wakes the loop.",
            after: ["text"],
            orders: .fifo,
            misconceptions: [.deadlock: "futures-are-threadsafe"]
        ) { check in
            let release = Release()
            let library = Library(parts: 1, release: release)
            let text = try await download(library.begin, show: { _ in })
            release.give()
            try await library.work?.value
            check.expect(text, equals: "the text", "The library ends with this text.")
        },
        Check("shown", "Each part is shown as soon as it has arrived.", after: ["text"]) { check in
            let library = Library(parts: 3)
            var shown: [String] = []
            _ = try await download(library.begin, show: { shown.append("\($0) at \(check.elapsed)") })
            try await library.work?.value
            check.expect(
                shown,
                equals: (1...3).map { "\($0) at \(Duration.seconds($0))" },
                "A part arrives each second. They are shown at these times.",
                misconception: shown == (1...3).map { "\($0) at \(Duration.milliseconds(3500))" }
                    ? "callbacks-wait-for-thread" : nil
            )
        },
        Check(
            "failure",
            "The error that the library ends with is thrown.",
            after: ["text"],
            misconceptions: [.deadlock: "thread-errors-are-lost"]
        ) { check in
            let library = Library(parts: 1, isBroken: true)
            await check.expectThrows(
                Library.Broken.self,
                "The library ends with an error.",
                misconception: "thread-errors-are-lost"
            ) { _ = try await download(library.begin, show: { _ in }) }
            try await library.work?.value
        },
        Check(
            "cancelled",
            "When it is cancelled, it ends at once, and what the library still tells is dropped.",
            after: ["woken", "shown", "failure"],
            misconceptions: [.error: "set-again-is-ignored", .cancellation: "catch-lets-cancellation-pass"]
        ) { check in
            let library = Library(parts: 3)
            var shown: [Int] = []
            let task = createTask(name: "download") {
                try await download(library.begin, show: { shown.append($0) })
            }
            try await sleep(for: .milliseconds(1500))
            task.cancel()
            try await wait(for: [task])
            let end = check.elapsed
            try await library.work?.value
            check.expect(
                end == .milliseconds(1500),
                "It is cancelled after 1.5 s, and ends only after \(end).",
                misconception: end >= .seconds(3) ? "cancel-waits-for-thread" : nil
            )
            guard end == .milliseconds(1500) else { return }
            check.expect(
                task.cancelled,
                "It was cancelled, and did not end as cancelled.",
                misconception: "catch-lets-cancellation-pass"
            )
            check.expect(
                shown,
                equals: [1],
                "It is cancelled after 1.5 s, when one part has arrived. These parts are shown in the end.",
                misconception: shown == [1, 2, 3] ? "thread-is-cancelled" : nil
            )
        },
        Check(
            "everywhere",
            "Wherever it is cancelled, it ends, and the library can call on.",
            after: ["cancelled"],
            cancelling: .everySuspensionPoint,
            misconceptions: [.error: "set-again-is-ignored"]
        ) { check in
            let library = Library(parts: 2)
            _ = await check.attempt { try await download(library.begin, show: { _ in }) }
            try await library.work?.value
            // Who nobody waits for may fail as well.
            let broken = Library(parts: 1, isBroken: true)
            let task = createTask(name: "download") { try await download(broken.begin, show: { _ in }) }
            try await sleep(for: .milliseconds(1200))
            task.cancel()
            try await wait(for: [task])
            try await broken.work?.value
        },
    ]
}
