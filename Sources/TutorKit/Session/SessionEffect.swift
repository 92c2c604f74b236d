import LessonKit

/// What a ``Session`` wants done. It decides; ``SessionRunner`` acts.
public enum SessionEffect: Sendable, Equatable {
    case show(Showing)
    /// Something that the learner typed cannot be done: where, what, and what to do; and whose fault it is, for scripts.
    case complain(String, ExitStatus = .usage)
    case record(JournalEntry.Kind)
    case run(RunRequest)
    case work(ExerciseWork)
    /// A demo that will probably be run soon: compile it while the learner reads.
    case prepare(Demo)
    /// A choice of the learner's, to be kept.
    case configure(Setting, String)
    /// Something that the learner wants to have as a file.
    case save(ExportFile)
    case quit
    /// Swift that was typed.
    case tryOut(SnippetRequest)
    /// Open the learner's copy of a demo in an editor; make the copy if there is none.
    case edit(Demo, lesson: String)
    case discardCopy(of: Demo, lesson: String)
    /// Read a demo and its twin in Python.
    case compare(Demo)
    /// Look a name up in the kit's documentation; "" lists the articles.
    case document(String)
    /// Keep the session in this file.
    case transcript(String)
}

/// Something for the learner to read, rendered where the width is known.
public enum Showing: Sendable, Equatable {
    /// The tutor's own words: wrapped.
    case words(String)
    /// Text that is laid out already, such as a table: never wrapped.
    case laidOut(String)
    /// Rows of cells that belong together: in columns behind `indent` spaces, or one fact after the other.
    case columns([[String]], indent: Int = 2)
    /// What an answer is worth, in words that need no colour.
    case verdict(String, isRight: Bool)
    case blocks([Block])
    /// What a program printed.
    case output(String)
    case sideBySide(SideBySide)
    case timeline(TracedRun, TimelineView)
    case comparison(RunComparison, CompareOptions.Form)
}

/// A run that the session waits for.
public struct RunRequest: Sendable, Equatable {
    public enum Purpose: Sendable, Equatable {
        /// The learner wants to see it.
        case show
        /// The answer to a prediction is judged by it; nothing is shown.
        case judge(answer: String)
        /// As `judge`, by the learner's copy; nothing is recorded.
        case practise(answer: String)
        /// It is one of the two runs of `compare`; nothing is shown.
        case compare
    }

    public let lesson: String
    public let demo: Demo
    public let edition: Edition
    public let realTime: Bool
    public let purpose: Purpose
    /// The learner's copy, to be run in the demo's stead.
    public var copy: String? = nil
    /// The program's own.
    public var arguments: [String] = []
    /// Of another legal order than the kit's own.
    public var seed: UInt64? = nil

    /// Which form of the demo is run.
    public enum Edition: Sendable, Equatable {
        case kit
        /// The same idea in Swift's own words.
        case standardLibrary
    }

    /// The path of the program; nil if the demo has no such edition.
    public var file: String? { edition == .kit ? copy ?? demo.swiftFile : demo.standardLibraryFile }
}

/// What comes back from a run.
public enum RunOutcome: Sendable, Equatable {
    /// The program ended by itself, with exit code 0.
    case finished(DemoEvidence)
    /// It ran, but did not end well: in words, with what is known of it until then.
    case failed(String, DemoEvidence)
    /// It could not be run at all: the machine's fault, or the program does not compile.
    case couldNotRun(String, ExitStatus = .machine)

    var evidence: DemoEvidence? {
        switch self {
        case .finished(let evidence), .failed(_, let evidence): evidence
        case .couldNotRun: nil
        }
    }
}
