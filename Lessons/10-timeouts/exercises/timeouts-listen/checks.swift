import ConcurrencyKit
import LessonChecks

extension Checks {
    struct LineBroken: Error {}
}

extension Checks {
    /// Says its lines, each after a pause in seconds; then it is silent.
    final class Talker {
        private var lines: ArraySlice<Line>
        private(set) var listeners = 0
        private(set) var mostListeners = 0

        enum Line {
            case says(String, after: Double)
            case leaves(after: Double)
            case breaks(after: Double)
        }

        init(_ lines: [Line]) { self.lines = lines[...] }

        /// Says "0", "1", "2", … with the same pause before each, and never leaves.
        init(every pause: Double) { lines = (0..<100).map { .says("\($0)", after: pause) }[...] }

        func next() async throws -> String? {
            listeners += 1
            mostListeners = max(mostListeners, listeners)
            defer { listeners -= 1 }
            switch lines.popFirst() {
            case .says(let text, let pause):
                try await sleep(for: .seconds(pause))
                return text
            case .leaves(let pause):
                try await sleep(for: .seconds(pause))
                return nil
            case .breaks(let pause):
                try await sleep(for: .seconds(pause))
                throw LineBroken()
            case nil:
                try await sleep(for: .seconds(3600))
                return nil
            }
        }
    }
}

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check("left", "A talk in which nobody is silent goes on until the other side leaves.") { check in
            let talker = Talker([
                .says("hello", after: 2), .says("how are you?", after: 2), .says("bye", after: 1), .leaves(after: 1),
            ])
            let talk = try await listen(silence: .seconds(3), total: .seconds(60), to: talker.next)
            check.expect(
                talk.messages,
                equals: ["hello", "how are you?", "bye"],
                "No pause is longer than 2 s, and 3 s of silence are allowed.",
                misconception: talk.messages == ["hello"] && check.elapsed == .seconds(3) ? "deadline-is-fixed" : nil
            )
            if talk.messages.count == 3 { check.expect(talk.ending, equals: .left, "The other side leaves after 6 s.") }
            check.expect(talker.mostListeners == 1, "next is called again while it still waits.")
            let mute = Talker([.leaves(after: 1)])
            let empty = try await listen(silence: .seconds(3), total: .seconds(60), to: mute.next)
            if talk.messages.count == 3 {
                check.expect(empty.ending, equals: .left, "The other side leaves after 1 s, and has said nothing.")
            }
        },
        Check(
            "silent",
            "When nothing was said for `silence`, the talk is over, and what was said is kept.",
            after: ["left"],
            misconceptions: [.leak: "wait-timeout-cancels"]
        ) { check in
            let talker = Talker([.says("hello", after: 2), .says("anybody here?", after: 2), .says("well", after: 1)])
            do {
                let talk = try await listen(silence: .seconds(3), total: .seconds(60), to: talker.next)
                check.expect(talk.ending, equals: .silent, "Nothing is said after 5 s.")
                check.expect(
                    talk.messages,
                    equals: ["hello", "anybody here?", "well"],
                    "Three messages have come before the silence.",
                    misconception: talk.messages.isEmpty ? "error-spoils-all" : nil
                )
                check.expectElapsed(
                    .seconds(8),
                    "The last message comes after 5 s, and 3 s of silence are allowed.",
                    misconception: check.elapsed == .seconds(12) ? "reschedule-adds" : nil
                )
                guard check.elapsed == .seconds(8) else { return }
                let nothing = try await listen(silence: .seconds(3), total: .seconds(60), to: Talker([]).next)
                check.expect(nothing.ending, equals: .silent, "In another talk nothing is said at all.")
                check.expectElapsed(.seconds(11), "The first talk takes 8 s. The second may be silent for 3 s.")
            } catch is TimeoutError {
                check.fail(
                    "Silence is no error: listen shall return what was said, and it throws a TimeoutError.",
                    misconception: check.elapsed == .seconds(8) ? "timeout-error-inside" : nil
                )
            }
        },
        Check("broken", "An error of the connection is thrown.", after: ["left"]) { check in
            let talker = Talker([.says("hello", after: 2), .breaks(after: 1)])
            await check.expectThrows(LineBroken.self, "The connection breaks after 3 s.") {
                _ = try await listen(silence: .seconds(5), total: .seconds(60), to: talker.next)
            }
        },
        Check(
            "too-long",
            "When the talk has taken `total`, it is over, in the middle of a pause as well.",
            after: ["silent", "broken"],
            misconceptions: [.leak: "wait-owns-its-tasks"]
        ) { check in
            let talker = Talker(every: 2)
            let talk = try await listen(silence: .seconds(3), total: .seconds(9), to: talker.next)
            check.expectElapsed(
                .seconds(9),
                "There is a message every 2 s, and the whole talk may take 9 s.",
                misconception: check.elapsed == .seconds(10) ? "outer-limit-waits" : nil
            )
            guard check.elapsed == .seconds(9) else { return }
            check.expect(talk.messages, equals: ["0", "1", "2", "3"], "Four messages have come by then.")
            check.expect(
                talk.ending,
                equals: .tooLong,
                "The last message was 1 s ago: nobody has been silent for 3 s.",
                misconception: talk.ending == .silent ? "inner-converts-outer" : nil
            )
        },
        Check(
            "cancelled",
            "When listen is cancelled from outside, it ends cancelled.",
            after: ["too-long"],
            cancelling: .everySuspensionPoint,
            misconceptions: [.cancellation: "timeout-converts-every-cancel"]
        ) { check in
            let talker = Talker(every: 2)
            _ = try await listen(silence: .seconds(3), total: .seconds(9), to: talker.next)
        },
    ]
}
