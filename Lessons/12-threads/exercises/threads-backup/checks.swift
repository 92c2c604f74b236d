import ConcurrencyKit
import LessonChecks
import Synchronization

extension Checks {
    /// Copies each file in a second; tells which were begun, and which are under way.
    private final class Disk: Sendable {
        struct Unreadable: Error {}

        private struct State {
            var begun: [String] = []
            var copied: [String] = []
            var isOnLoop = false
        }
        private let state = Mutex(State())

        var begun: [String] { state.withLock { $0.begun } }
        var underWay: Int { state.withLock { $0.begun.count - $0.copied.count } }
        /// Whether a copy was made in the loop's own thread.
        var isOnLoop: Bool { state.withLock { $0.isOnLoop } }

        func copy(_ file: String) throws {
            let isOnLoop = EventLoop.running != nil
            state.withLock {
                $0.begun.append(file)
                if isOnLoop { $0.isOnLoop = true }
            }
            block(for: .seconds(1))
            state.withLock { $0.copied.append(file) }
            if file.hasPrefix("bad") { throw Unreadable() }
        }
    }
}

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check(
            "copied",
            "The files are copied one after the other, and those that cannot be copied are returned.",
            misconceptions: [.error: "error-spoils-all"]
        ) { check in
            let disk = Disk()
            let failed = try await backUp(["a", "bad c", "d", "bad b"], with: { try disk.copy($0) })
            check.expect(disk.begun, equals: ["a", "bad c", "d", "bad b"], "These are the files, in this order.")
            check.expect(failed, equals: ["bad c", "bad b"], "Two of the four files cannot be copied, in this order.")
            check.expectElapsed(.seconds(4), "Four files take 1 s each, one after the other.")
        },
        Check("responsive", "Other tasks run while files are copied.", after: ["copied"]) { check in
            let disk = Disk()
            var beats: [Duration] = []
            let heart = createTask(name: "heart") {
                for _ in 1...3 {
                    try await sleep(for: .milliseconds(700))
                    beats.append(check.elapsed)
                }
            }
            _ = try await backUp(["a", "b", "c"], with: { try disk.copy($0) })
            try await heart.value
            check.expect(
                beats,
                equals: [.milliseconds(700), .milliseconds(1400), .milliseconds(2100)],
                "A heart beats every 700 ms while three files are copied.",
                misconception: disk.isOnLoop ? "async-makes-nonblocking" : nil
            )
        },
        Check(
            "stops",
            "When it is cancelled, the copy under way is completed, and no further one is begun.",
            after: ["responsive"],
            misconceptions: [.cancellation: "catch-lets-cancellation-pass"]
        ) { check in
            let disk = Disk()
            let task = createTask(name: "backup") {
                try await backUp(["a", "b", "c", "d"], with: { try disk.copy($0) })
            }
            try await sleep(for: .milliseconds(1500))
            task.cancel()
            try await wait(for: [task])
            let underWay = disk.underWay
            let end = check.elapsed
            try await sleep(for: .seconds(10))
            check.expect(
                disk.begun,
                equals: ["a", "b"],
                "It is cancelled after 1.5 s, while b is being copied. These files are begun in the end.",
                misconception: disk.begun != ["a", "b", "c", "d"]
                    ? nil
                    : underWay > 0
                        ? "thread-is-cancelled"
                        : task.cancelled ? "thread-ignores-flag" : "catch-lets-cancellation-pass"
            )
            check.expect(
                underWay == 0,
                "It has ended after \(end), and the copy of b was still under way.",
                misconception: disk.begun == ["a", "b"] ? "cancel-waits-for-thread" : "thread-is-cancelled"
            )
            guard disk.begun == ["a", "b"], underWay == 0 else { return }
            check.expect(end == .seconds(2), "The copy of b is complete at 2 s, and it ended only after \(end).")
            check.expect(
                task.cancelled,
                "It was cancelled, and did not end as cancelled.",
                misconception: "catch-lets-cancellation-pass"
            )
        },
        Check(
            "everywhere",
            "Wherever it is cancelled, no copy goes on when it has ended.",
            after: ["stops"],
            cancelling: .everySuspensionPoint,
            misconceptions: [.cancellation: "catch-lets-cancellation-pass"]
        ) { check in
            let disk = Disk()
            let outcome = await check.attempt { try await backUp(["a", "b", "c"], with: { try disk.copy($0) }) }
            let underWay = disk.underWay
            guard check.isCancelling, case .failure = outcome else { return }
            check.expect(underWay == 0, "It has ended, and a copy still goes on.")
        },
    ]
}
