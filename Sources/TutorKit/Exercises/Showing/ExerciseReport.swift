import Foundation
import LessonChecks

/// A result as JSON, for programs: `tutor check --json`.
public struct ExerciseReport: Codable, Sendable {
    public var format = "async-tutor/check/v1"
    public let lesson: String
    public let exercise: String
    public let verdict: ExerciseResult.Verdict
    /// Why nothing can be told.
    public let reason: String?
    /// The sections of the feedback that apply.
    public let misconceptions: [String]
    public let errors: [Fault]
    public let checks: [Check]
    /// What the program printed.
    public let output: String

    /// An error of the compiler.
    public struct Fault: Codable, Sendable {
        public let file: String?
        /// 1-based.
        public let line: Int
        /// 1-based.
        public let column: Int
        public let message: String
        public let identifier: String?
        public let explanation: String?
    }

    public struct Check: Codable, Sendable {
        public let id: String
        public let title: String
        /// passed, failed, skipped, couldNotTell, untried, or how the program ended: timeout, crash, memory, output, quit.
        public let outcome: String
        public var reason: String?
        public var runs: Int?
        public var failedRuns: Int?
        public var isExhaustive: Bool?
        /// Of the run that is reported: fifo, seed 7, choices 0,1.
        public var schedule: String?
        public var cancelAt: Int?
        public var failures: [CheckFailure]?
    }

    public init(_ result: ExerciseResult, of found: FoundExercise) {
        lesson = found.lesson
        exercise = found.exercise.id
        verdict = result.verdict
        reason = result.reason
        misconceptions = result.sections.map(\.misconception)
        errors = result.errors.map { error in
            Fault(
                file: error.diagnostic.file,
                line: error.diagnostic.line,
                column: error.diagnostic.column,
                message: error.diagnostic.message,
                identifier: error.diagnostic.identifier,
                explanation: error.explanation
            )
        }
        checks = result.promises.map(Check.init)
        output = result.output
    }

    /// Of several, as one JSON text that ends with a newline.
    public static func json(_ reports: [ExerciseReport]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(reports), as: UTF8.self) + "\n"
    }
}

extension ExerciseReport.Check {
    init(_ promise: ExerciseResult.Promise) {
        switch promise.outcome {
        case .kept(let finished):
            self.init(id: promise.id, title: promise.title, outcome: "passed")
            runs = finished.runs
            isExhaustive = finished.isExhaustive
        case .broken(let finished):
            self.init(id: promise.id, title: promise.title, outcome: "failed")
            runs = finished.runs
            failedRuns = finished.failedRuns
            isExhaustive = finished.isExhaustive
            schedule = finished.schedule?.description
            cancelAt = finished.cancelAt
            failures = finished.failures
        case .cutShort(let cut):
            self.init(id: promise.id, title: promise.title, outcome: cut.end.rawValue)
            reason = cut.words
            schedule = cut.schedule.description
            cancelAt = cut.cancelAt
        case .skipped(let reason):
            self.init(id: promise.id, title: promise.title, outcome: "skipped")
            self.reason = reason
        case .couldNotTell(let reason):
            self.init(id: promise.id, title: promise.title, outcome: "couldNotTell")
            self.reason = reason
        case .untried: self.init(id: promise.id, title: promise.title, outcome: "untried")
        }
    }
}
