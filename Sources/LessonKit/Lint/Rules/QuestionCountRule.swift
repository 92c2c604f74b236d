extension LintRule {
    static let fewestQuestions = 8

    static let questionCount = LintRule(
        "question-count",
        "Every lesson asks at least \(fewestQuestions) questions."
    ) { course in
        course.lessons.compactMap { lesson in
            let count = lesson.questions.count
            guard count < fewestQuestions else { return nil }
            let asked = count == 1 ? "1 question" : "\(count) questions"
            return Diagnostic(at: lesson.start, "the lesson asks \(asked); \(fewestQuestions) are the fewest")
        }
    }
}

extension Lesson {
    /// The first line of its text.
    var start: SourcePosition { SourcePosition(file: "\(folder)/\(LessonParser.fileName)", line: 1) }
}
