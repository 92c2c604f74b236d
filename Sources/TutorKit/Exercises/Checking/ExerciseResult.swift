import LessonChecks
import LessonKit

/// What became of a learner's file.
public struct ExerciseResult: Sendable, Equatable {
    public enum Verdict: String, Sendable, Codable {
        case passed, failed
        /// It is not the file's fault, or nobody knows. Never counted as wrong.
        case couldNotTell
    }

    public let verdict: Verdict
    /// Why nothing can be told: a sentence. Nil otherwise.
    public let reason: String?
    /// The compiler's errors; the promises are then untried.
    public let errors: [ExplainedDiagnostic]
    /// Every check of the exercise in its order; empty if the checks did not begin.
    public let promises: [Promise]
    /// What the learner is told: the sections of the exercise's feedback that apply, each once. One, if the exercise is
    /// well made and the file has one fault.
    public let sections: [ExerciseFeedback.Section]
    /// The feedback for a failure that nobody foresaw; empty unless it is needed.
    public let otherwise: [Block]
    /// What the program printed, for whoever debugs by printing.
    public let output: String

    /// One check, and what became of it.
    public struct Promise: Sendable, Equatable {
        public let id: String
        /// A sentence: what is promised.
        public let title: String
        public let outcome: Outcome
    }

    public enum Outcome: Sendable, Equatable {
        /// In so many runs, which were all that there can be if it is exhaustive.
        case kept(CheckRecord.Finished)
        case broken(CheckRecord.Finished)
        /// The program ended while this check ran.
        case cutShort(CutShort)
        /// A check that this one builds on was not kept.
        case skipped(reason: String)
        case couldNotTell(reason: String)
        /// The program had ended before.
        case untried
    }

    /// The program ended, and took the check with it.
    public struct CutShort: Sendable, Equatable {
        public let end: ExerciseFeedback.End
        /// For the end of a sentence whose subject is the program.
        public let words: String
        public let schedule: Schedule
        public let cancelAt: Int?
    }

    /// The id of the belief that the file shows, where the exercise foresaw it.
    public var misconception: String? { sections.first?.misconception }

    init(
        verdict: Verdict,
        reason: String? = nil,
        errors: [ExplainedDiagnostic] = [],
        promises: [Promise] = [],
        sections: [ExerciseFeedback.Section] = [],
        otherwise: [Block] = [],
        output: String = ""
    ) {
        self.verdict = verdict
        self.reason = reason
        self.errors = errors
        self.promises = promises
        self.sections = sections
        self.otherwise = otherwise
        self.output = output
    }

    static func couldNotTell(_ reason: String, output: String = "") -> ExerciseResult {
        ExerciseResult(verdict: .couldNotTell, reason: reason, output: output)
    }
}
