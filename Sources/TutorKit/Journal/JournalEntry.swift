import Foundation

/// One thing that the learner did, as it is kept for ever: one line of `journal.jsonl`.
///
///     {"v":1,"n":7,"time":"2026-03-01T09:30:00.000Z","session":"k3f9","kind":"opened","lesson":"gather"}
public struct JournalEntry: Sendable, Equatable {
    /// The version of the format that this program writes.
    public static let version = 1

    /// Position in its session, from 1. With `session` it names the entry: a line that was written twice counts once.
    public let number: Int
    /// Whole milliseconds, so that an entry read back equals the one written.
    public let time: Date
    /// One run of the tutor.
    public let session: String
    public let kind: Kind

    /// `time` is rounded to whole milliseconds.
    public init(number: Int, time: Date, session: String, kind: Kind) {
        self.number = number
        self.time = Date(timeIntervalSince1970: (time.timeIntervalSince1970 * 1000).rounded() / 1000)
        self.session = session
        self.kind = kind
    }

    public enum Kind: Sendable, Equatable {
        case opened(lesson: String)
        case ran(lesson: String, demo: String)
        case attempt(Attempt)
        /// `number` counts the rungs of the ladder of hints, from 1.
        case hint(lesson: String, question: String, number: Int)
        case skipped(lesson: String, question: String)
        /// Looked at the solution before passing: the question earns no points from now on.
        case gaveUp(lesson: String, question: String)
        /// Makes earlier progress not count; deletes nothing.
        case reset(Scope)
        /// Takes the last reset back.
        case resetUndone
        case dispute(Dispute)
        /// Where the learner is: what the next start of the tutor goes back to.
        case position(Position)
        /// From now on the learner goes through the course by this path.
        case followed(path: String)
        /// The learner was told that these lines of the journal (1-based) are damaged: need not be told again.
        case noticed(damagedLines: [Int])
        /// The learner's own note.
        case note(Note)
        /// Written by a newer tutor: kept in the file, ignored here.
        case unknown(kind: String)
    }

    /// An answer and what was said of it.
    public struct Attempt: Sendable, Equatable {
        public let lesson: String
        public let question: String
        /// Which text of the question was answered: tells "changed since you passed".
        public let contentHash: String
        /// What the learner typed, raw.
        public let answer: String
        public let judgement: Judgement
        /// What the answer gives away, by the lesson's own names; an answer of several letters may give away several.
        public let misconceptions: [String]
        /// What this answer earned.
        public let points: Double

        public init(
            lesson: String,
            question: String,
            contentHash: String,
            answer: String,
            judgement: Judgement,
            misconceptions: [String] = [],
            points: Double
        ) {
            self.lesson = lesson
            self.question = question
            self.contentHash = contentHash
            self.answer = answer
            self.judgement = judgement
            self.misconceptions = misconceptions
            self.points = points
        }

        /// What a part of the credit, from 0 to 1, is worth: in hundredths, so that a third reads as 0.33.
        static func points(_ credit: Double, of points: Int) -> Double {
            (credit * Double(points) * 100).rounded() / 100
        }
    }

    public enum Judgement: String, Sendable, Equatable {
        /// `wrong` may have earned a part of the points.
        case right, wrong
        /// An explanation, which no program judges.
        case ungraded
        /// No verdict could be reached: never counts against the learner.
        case couldNotTell
    }

    /// The learner does not agree with a verdict, in the learner's own words.
    public struct Dispute: Sendable, Equatable {
        public let lesson: String
        public let question: String
        public let answer: String
        public let words: String

        public init(lesson: String, question: String, answer: String, words: String) {
            self.lesson = lesson
            self.question = question
            self.answer = answer
            self.words = words
        }
    }

    /// Something that the learner wants to remember.
    public struct Note: Sendable, Equatable {
        /// The lesson that was open; nil for none.
        public let lesson: String?
        public let words: String

        public init(lesson: String?, words: String) {
            self.lesson = lesson
            self.words = words
        }
    }

    public enum Scope: Sendable, Equatable {
        case lesson(String)
        case all
    }

    /// A place in the course, exact to the question.
    public struct Position: Sendable, Equatable {
        public let lesson: String
        public let place: Place

        public init(lesson: String, place: Place) {
            self.lesson = lesson
            self.place = place
        }
    }

    public enum Place: Sendable, Equatable {
        /// A question by its id, which outlives every edit of the lesson.
        case question(String)
        /// The index, 0-based, of an item of the lesson.
        case item(Int)
    }
}
