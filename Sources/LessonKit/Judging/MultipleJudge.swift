/// `a, c`: every right choice and no other.
///
/// Credit is what the right letters give less what the wrong ones take, never below nothing: with two right choices, one
/// of them alone is half, and one of them with a wrong one is nothing. So naming every letter gains nothing.
struct MultipleJudge {
    let choices: [Choice]

    func judge(_ answer: String) -> Verdict {
        guard let given = LetterList(answer, offered: choices.map(\.letter))?.letters else {
            return .malformed(expected: "the letters, from A to \(last), of all that are right")
        }
        let taken = choices.filter { given.contains($0.letter) }
        let wrong = taken.filter { !$0.isRight }
        let rightCount = choices.count { $0.isRight }
        let found = taken.count - wrong.count
        if wrong.isEmpty, found == rightCount { return .right(feedback: feedback(of: choices)) }
        return .partly(
            credit: max(0, Double(found - wrong.count) / Double(rightCount)),
            feedback: feedback(of: wrong),
            misconceptions: wrong.compactMap(\.misconception),
            detail: detail(found: found, wrong: wrong.count, missing: rightCount - found)
        )
    }

    private var last: String { choices.last?.letter ?? "" }

    /// Says how many, not which: the others are still the learner's to find.
    private func detail(found: Int, wrong: Int, missing: Int) -> String {
        var parts = ["\(found) of your letters \(found == 1 ? "is" : "are") right"]
        if wrong > 0 { parts.append("\(wrong) \(wrong == 1 ? "is" : "are") not") }
        if missing > 0 { parts.append("\(missing) \(missing == 1 ? "is" : "are") missing") }
        return parts.joined(separator: ", ")
    }

    private func feedback(of choices: [Choice]) -> [Block] {
        guard let position = choices.first?.feedback.first?.position else { return [] }
        let items = choices.map { Block.Item(blocks: $0.feedback.lettered($0.letter), at: position) }
        return [Block(.list(Block.List(marker: .bullet, isTight: true, items: items)), at: position)]
    }
}

extension [Block] {
    /// With the letter in front: "B. They keep running."
    public func lettered(_ letter: String) -> [Block] {
        guard let first, case .paragraph(let inlines) = first.kind else { return self }
        return [Block(.paragraph([.text("\(letter). ")] + inlines), at: first.position)] + dropFirst()
    }
}
