import LessonKit

extension JournalEntry.Attempt {
    /// What the journal keeps of a check: the learner's whole text, and what became of it.
    ///
    /// - Parameter hasGivenUp: The solution was looked at before: then a pass earns no points.
    public init(lesson: String, question: Question, text: String, result: ExerciseResult, hasGivenUp: Bool) {
        let judgement: JournalEntry.Judgement =
            switch result.verdict {
            case .passed: .right
            case .failed: .wrong
            case .couldNotTell: .couldNotTell
            }
        self.init(
            lesson: lesson,
            question: question.id,
            contentHash: question.contentHash,
            answer: text,
            judgement: judgement,
            misconceptions: result.sections.map(\.misconception),
            points: judgement == .right && !hasGivenUp ? Double(question.points) : 0
        )
    }
}
