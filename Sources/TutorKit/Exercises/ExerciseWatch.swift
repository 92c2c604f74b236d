import LessonKit

/// Checks an exercise again whenever its file is saved, until an interrupt.
public struct ExerciseWatch: Sendable {
    let path: String
    let looks: AsyncStream<Void>
    let interrupts: AsyncStream<Void>
    let check: @Sendable () async -> ExerciseOutcome

    /// - Parameters:
    ///   - path: The learner's file.
    ///   - looks: One element for each look at the file.
    ///   - interrupts: One element for each Ctrl-C.
    ///   - check: Reads the file, and checks it.
    public init(
        path: String,
        looks: AsyncStream<Void>,
        interrupts: AsyncStream<Void>,
        check: @escaping @Sendable () async -> ExerciseOutcome
    ) {
        self.path = path
        self.looks = looks
        self.interrupts = interrupts
        self.check = check
    }

    private enum Event: Sendable {
        case saved, interrupted
        /// `number` is that of the check, from 1.
        case checked(ExerciseOutcome, number: Int)
    }

    /// - Parameter show: Is given each outcome. One that was overtaken by another save is left out.
    public func run(_ show: (ExerciseOutcome) async throws -> Void) async throws {
        let (events, send) = AsyncStream<Event>.makeStream()
        let watch = Task {
            var detector = SaveDetector(SaveDetector.Stamp(path: path))
            for await _ in looks where detector.look(SaveDetector.Stamp(path: path)) { send.yield(.saved) }
            send.yield(.interrupted)
        }
        let stop = Task {
            for await _ in interrupts { send.yield(.interrupted) }
        }
        var checking: Task<Void, Never>?
        var number = 0
        defer { for task in [watch, stop] + (checking.map { [$0] } ?? []) { task.cancel() } }
        send.yield(.saved)
        for await event in events {
            switch event {
            case .saved:
                checking?.cancel()
                number += 1
                checking = Task { [number] in send.yield(.checked(await check(), number: number)) }
            case .checked(let outcome, let of): if of == number { try await show(outcome) }
            case .interrupted: return
            }
        }
    }
}
