import LessonKit

/// What ``Progress`` must know of a lesson in order to count in it.
public struct LessonOutline: Sendable, Equatable {
    public let id: String
    public let questions: [Asked]

    public struct Asked: Sendable, Equatable {
        public let id: String
        public let contentHash: String
        public let points: Double

        public init(id: String, contentHash: String, points: Double) {
            self.id = id
            self.contentHash = contentHash
            self.points = points
        }
    }

    public init(id: String, questions: [Asked]) {
        self.id = id
        self.questions = questions
    }
}

/// How far the learner is in one lesson.
public struct LessonStanding: Sendable, Equatable, CustomStringConvertible {
    public internal(set) var questions = 0
    /// Those that changed since are among them.
    public internal(set) var passed = 0
    public internal(set) var changed = 0
    public internal(set) var skipped = 0
    public internal(set) var points = 0.0
    public internal(set) var possiblePoints = 0.0

    public var isComplete: Bool { passed == questions }

    /// "3 of 12"
    public var description: String { "\(passed) of \(questions)" }
}

extension LessonOutline {
    public init(_ lesson: Lesson) {
        let questions = lesson.questions.map { question in
            // The points of an explanation are a teacher's to give.
            let points = if case .explain = question.kind { 0.0 } else { Double(question.points) }
            return Asked(id: question.id, contentHash: question.contentHash, points: points)
        }
        self.init(id: lesson.id, questions: questions)
    }
}
