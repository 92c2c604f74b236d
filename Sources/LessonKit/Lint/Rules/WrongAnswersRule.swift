extension LintRule {
    static let fewestWrongAnswers = 3

    static let wrongAnswers = LintRule(
        "wrong-answers",
        "Every exercise has at least \(fewestWrongAnswers) typical wrong answers, one for each section of its feedback.md."
    ) { course in
        course.lessons.flatMap(\.questions).flatMap { question -> [Diagnostic] in
            guard case .code(let exercise) = question.kind else { return [] }
            var diagnostics: [Diagnostic] = []
            if exercise.wrong.count < fewestWrongAnswers {
                diagnostics.append(
                    Diagnostic(
                        at: question.position,
                        "exercise '\(exercise.id)' has \(exercise.wrong.count) wrong answers in 'wrong/'; "
                            + "\(fewestWrongAnswers) are the fewest"
                    )
                )
            }
            let proven = Set(exercise.wrong.map(\.misconception))
            diagnostics += exercise.feedback.sections.filter { !proven.contains($0.misconception) }.map {
                Diagnostic(
                    at: $0.position,
                    "nothing proves this section: there is no 'wrong/\($0.misconception).swift' that leads to it"
                )
            }
            return diagnostics
        }
    }
}
