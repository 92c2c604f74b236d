/// `b`, `B.`, `(b)`, `B. They keep running.` or `they keep running`.
struct ChoiceJudge {
    let choices: [Choice]

    func judge(_ answer: String) -> Verdict {
        guard let choice = choice(meantBy: answer) else {
            return .malformed(expected: "one letter: \(LetterList.alternatives(choices.map(\.letter)))")
        }
        switch choice.correctness {
        case .right: return .right(feedback: choice.feedback)
        case .wrong(let misconception):
            return .wrong(feedback: choice.feedback, misconception: misconception, detail: nil)
        }
    }

    private func choice(meantBy answer: String) -> Choice? {
        let letters = answer.unicodeScalars.filter { !" \t\n.,:;()[]\"'`!?".unicodeScalars.contains($0) }
        if letters.count == 1, let letter = letters.first {
            return choices.first { $0.letter == String(letter).uppercased() }
        }
        let phrase = Meaning.phrase(answer)
        guard !phrase.isEmpty else { return nil }
        return choices.first { choice in
            let text = Meaning.phrase(choice.text.plainText)
            let letter = choice.letter.lowercased()
            return phrase == text || [". ", ") ", ": ", " "].contains { phrase == letter + $0 + text }
        }
    }
}
