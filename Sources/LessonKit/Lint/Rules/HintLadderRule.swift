extension LintRule {
    static let fewestHints = 2

    static let hintLadder = LintRule(
        "hint-ladder",
        "Every question has a ladder of at least \(fewestHints) hints, each of which says something else."
    ) { course in
        course.lessons.flatMap(\.questions).compactMap { question in
            let hints = question.hints.map(\.plainText)
            if hints.count < fewestHints {
                let has = hints.isEmpty ? "no hint" : "one hint"
                return Diagnostic(
                    at: question.position,
                    "question '\(question.id)' has \(has); a ladder has \(fewestHints) or more, "
                        + "each of which says more than the one before"
                )
            }
            if Set(hints).count < hints.count {
                return Diagnostic(at: question.position, "two hints of question '\(question.id)' say the same")
            }
            return nil
        }
    }
}
