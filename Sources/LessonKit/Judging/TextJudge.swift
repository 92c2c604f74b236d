struct TextJudge {
    let key: TextKey

    func judge(_ answer: String) -> Verdict {
        let given = Meaning.phrase(answer)
        guard !given.isEmpty else { return .malformed(expected: "a word or a short phrase") }
        if key.accepted.contains(where: { Meaning.phrase($0) == given }) { return .right(feedback: key.feedback.right) }
        return .wrong(key.feedback, detail: nil) { pattern in pattern.contains { Meaning.phrase($0) == given } }
    }
}
