extension LintRule {
    static let foreseenAnswers = LintRule(
        "foreseen-answers",
        "Every wrong answer that an author foresaw is judged wrong, and told its own feedback and no other."
    ) { course in
        course.lessons.flatMap(\.questions).flatMap { $0.misjudgedAnswers(run: nil) }
    }
}

extension Question {
    /// What judging each foreseen answer shows, where it is not what the author wrote.
    ///
    /// - Parameter run: what the demo of a prediction does; without it, nothing is said of predictions.
    public func misjudgedAnswers(run: DemoEvidence?) -> [Diagnostic] {
        switch kind {
        case .number(let key): check(key.feedback, run: nil) { $0.map(\.description) }
        case .text(let key): check(key.feedback, run: nil) { $0 }
        case .order(let key): check(key.feedback, run: nil) { [$0.joined(separator: ", ")] }
        case .predict(let prediction):
            run == nil
                ? []
                : check(prediction.feedback, run: run) { pattern in
                    if case .answers(let answers) = pattern { answers } else { [] }
                }
        case .choice, .multiple, .explain, .code: []
        }
    }

    private func check<Pattern>(
        _ feedback: Feedback<Pattern>,
        run: DemoEvidence?,
        answers: (Pattern) -> [String]
    ) -> [Diagnostic] {
        feedback.foreseen.flatMap { foreseen in
            answers(foreseen.pattern).compactMap { answer in
                let position = foreseen.feedback.first?.position ?? position
                switch judge(answer, question: self, run: run) {
                case .wrong(let told, foreseen.misconception, _) where told == foreseen.feedback: return nil
                case .wrong:
                    return Diagnostic(
                        at: position,
                        "the answer '\(answer)' is told something else: an item above, or the right answer's, speaks first"
                    )
                case .right:
                    return Diagnostic(at: position, "the answer '\(answer)' is foreseen as wrong, and it is right")
                case .malformed(let expected):
                    return Diagnostic(
                        at: position,
                        "the answer '\(answer)' can never be given: the tutor asks for \(expected)"
                    )
                case .partly, .kept: return nil
                case .couldNotTell(let reason):
                    return Diagnostic(at: position, "the answer '\(answer)' cannot be judged: \(reason)")
                }
            }
        }
    }
}
