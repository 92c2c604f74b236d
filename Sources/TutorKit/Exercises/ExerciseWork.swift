import LessonKit

/// Something that a session wants done with the exercise of a question.
public struct ExerciseWork: Sendable, Equatable {
    public let lesson: String
    public let question: Question
    public let exercise: Exercise
    public let act: Act

    public enum Act: Sendable, Equatable {
        /// Puts the starter into the workspace, unless the learner's file is there; `edit` opens it.
        case begin(edit: Bool)
        case check
        /// Checks, and checks again whenever the file is saved, until Ctrl-C.
        case watch
        /// Runs one check, or all, in one order.
        case replay(ReplayWords, check: String?)
        /// The learner's file beside the solution.
        case compare
        /// Begins afresh, and keeps what was there.
        case reset
    }
}

/// What came of it.
public enum ExerciseOutcome: Sendable, Equatable {
    case begun(path: String, isNew: Bool)
    /// The text is what was checked.
    case checked(ExerciseResult, String)
    /// The same, and why the verdict is not in the journal.
    case unrecorded(ExerciseResult, String, reason: String)
    /// The learner's text.
    case read(String)
    /// Where the former file is; nil if there was nothing worth keeping.
    case reset(path: String, kept: String?)
    /// Ctrl-C.
    case interrupted
    /// Where, what, and what to do.
    case problem(String)
}
