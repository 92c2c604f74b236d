extension LintRule {
    static let ownFeedback = LintRule(
        "own-feedback",
        "Every choice, and every foreseen answer, is answered with words of its own."
    ) { course in
        course.lessons.flatMap(\.questions).flatMap { question -> [Diagnostic] in
            var seen: Set<String> = []
            return question.feedback.compactMap { said in
                let text = said.blocks.plainText
                guard !text.isEmpty, !seen.insert(text).inserted else { return nil }
                return Diagnostic(
                    at: said.blocks.first?.position ?? question.position,
                    "another answer to '\(question.id)' is told the same; say what is wrong with this one"
                )
            }
        }
    }
}
