/// What becomes of an answer, by meaning and not by letters.
///
///     judge("b", question: why, run: nil)               // .wrong(feedback: …, misconception: "group-not-gather", …)
///     judge("a / b / c", question: order, run: run)     // .right(feedback: …)
///
/// `run` is what a run of the question's demo **in virtual time** showed; only `predict` questions look at it, and
/// without it the verdict is `couldNotTell`. A pure function: the same arguments give the same verdict.
public func judge(_ answer: String, question: Question, run: DemoEvidence?) -> Verdict {
    switch question.kind {
    case .choice(let choices): ChoiceJudge(choices: choices).judge(answer)
    case .multiple(let choices): MultipleJudge(choices: choices).judge(answer)
    case .order(let key): OrderJudge(key: key).judge(answer)
    case .explain(let model): ExplainJudge(model: model).judge(answer)
    case .number(let key): NumberJudge(key: key).judge(answer)
    case .text(let key): TextJudge(key: key).judge(answer)
    case .predict(let prediction): PredictionJudge(prediction: prediction, run: run).judge(answer)
    // Judged by running its checks, which is not for a function of values.
    case .code: .malformed(expected: "a program: `exercise` gives you a file to write it in, `check` judges it")
    }
}

extension Verdict {
    /// The verdict on a wrong answer that `matches` recognises, or else the one for all others.
    static func wrong<Pattern>(
        _ feedback: Feedback<Pattern>,
        detail: String?,
        matches: (Pattern) -> Bool
    ) -> Verdict {
        if let foreseen = feedback.foreseen.first(where: { matches($0.pattern) }) {
            return .wrong(feedback: foreseen.feedback, misconception: foreseen.misconception, detail: detail)
        }
        return .wrong(feedback: feedback.otherwise, misconception: nil, detail: detail)
    }
}
