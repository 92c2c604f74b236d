/// What the learner did with one question, since the last reset.
public struct QuestionProgress: Sendable, Equatable {
    public let lesson: String
    /// Answers that were judged right or wrong, and explanations, which are not judged.
    public private(set) var attempts = 0
    /// Answers that could not be judged: they count neither for nor against.
    public private(set) var unjudged = 0
    /// The highest hint seen: 2 after "hint 2 of 3".
    public internal(set) var hints = 0
    public internal(set) var disputes = 0
    /// The most that one answer earned.
    public private(set) var points = 0.0
    /// What the wrong answers gave away, each once, in the order of the answers.
    public private(set) var misconceptions: [String] = []
    /// The last thing done was to skip it.
    public internal(set) var isSkipped = false
    /// The solution was looked at before it was found.
    public internal(set) var hasGivenUp = false
    /// The texts of the question that were answered rightly, or explained.
    public private(set) var passedHashes: Set<String> = []

    public enum State: Sendable, Equatable {
        case untouched
        /// Seen, and perhaps answered, but not rightly.
        case tried
        case skipped
        case passed
        /// Passed, but the question's text is another now: it still counts, and the learner is told.
        case changedSincePassed
    }

    init(lesson: String) {
        self.lesson = lesson
    }

    /// - Parameter contentHash: of the question as it is now.
    public func state(contentHash: String) -> State {
        if passedHashes.contains(contentHash) { return .passed }
        if !passedHashes.isEmpty { return .changedSincePassed }
        if isSkipped { return .skipped }
        return attempts + unjudged + hints + disputes > 0 ? .tried : .untouched
    }

    mutating func apply(_ attempt: JournalEntry.Attempt) {
        isSkipped = false
        switch attempt.judgement {
        case .couldNotTell:
            unjudged += 1
        case .right:
            attempts += 1
            passedHashes.insert(attempt.contentHash)
            points = max(points, attempt.points)
        case .wrong:
            attempts += 1
            points = max(points, attempt.points)
            for misconception in attempt.misconceptions where !misconceptions.contains(misconception) {
                misconceptions.append(misconception)
            }
        case .ungraded:
            attempts += 1
            passedHashes.insert(attempt.contentHash)
        }
    }
}
