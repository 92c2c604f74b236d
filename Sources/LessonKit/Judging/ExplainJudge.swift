/// Judges nothing: sees only that there is an explanation.
struct ExplainJudge {
    let model: [Block]

    func judge(_ answer: String) -> Verdict {
        let words = answer.split(whereSeparator: \.isWhitespace)
        // Some languages are written without spaces.
        guard words.count >= 3 || words.joined().count >= 12 else {
            return .malformed(expected: "an explanation in your own words, a sentence or two")
        }
        return .kept(model: model)
    }
}
