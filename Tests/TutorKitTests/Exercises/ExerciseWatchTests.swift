import Foundation
import LessonKit
import Testing

@testable import TutorKit

/// A watch that is told when to look, and what was saved in between.
@Suite struct ExerciseWatchTests {
    @Test(.timeLimit(.minutes(2))) func everySaveIsCheckedUntilCtrlC() async throws {
        try await Fixtures.withFolder { folder in
            let path = "\(folder)/answer.swift"
            try Fixtures.write(Data("first".utf8), to: path)
            let (looks, look) = AsyncStream<Void>.makeStream()
            let (interrupts, interrupt) = AsyncStream<Void>.makeStream()
            let watch = ExerciseWatch(path: path, looks: looks, interrupts: interrupts) {
                .read((try? String(contentsOfFile: path, encoding: .utf8)) ?? "?")
            }
            var shown: [ExerciseOutcome] = []
            try await watch.run { outcome in
                shown.append(outcome)
                switch shown.count {
                case 1:
                    try Fixtures.write(Data("second text".utf8), to: path)
                    // Two looks: it has changed, and it holds still.
                    look.yield()
                    look.yield()
                default: interrupt.yield()
                }
            }
            #expect(shown == [.read("first"), .read("second text")])
        }
    }

    @Test(.timeLimit(.minutes(2))) func aSaveOvertakesACheckThatRuns() async throws {
        try await Fixtures.withFolder { folder in
            let path = "\(folder)/answer.swift"
            try Fixtures.write(Data("slow".utf8), to: path)
            let (looks, look) = AsyncStream<Void>.makeStream()
            let watch = ExerciseWatch(path: path, looks: looks, interrupts: AsyncStream { _ in }) {
                let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? "?"
                guard text == "slow" else { return .read(text) }
                try? Fixtures.write(Data("quick one".utf8), to: path)
                look.yield()
                look.yield()
                // Until it is cancelled.
                await withTaskCancellationHandler {
                    while !Task.isCancelled { await Task.yield() }
                } onCancel: {
                }
                return .read("overtaken")
            }
            var shown: [ExerciseOutcome] = []
            try await watch.run { outcome in
                shown.append(outcome)
                look.finish()
            }
            #expect(shown == [.read("quick one")])
        }
    }
}
