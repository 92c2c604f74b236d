/// `d, a, c, b`: the needed lines, and no others, in any order that keeps every chain.
struct OrderJudge {
    let key: OrderKey

    func judge(_ answer: String) -> Verdict {
        let offered = key.lines.map(\.letter)
        guard let given = LetterList(answer, offered: offered)?.letters else {
            return .malformed(
                expected: "letters of lines from top to bottom, each once; there are A to \(offered.last ?? "")"
            )
        }
        let tooEarly = key.firstTooEarly(in: given)
        let stray = given.firstIndex { !key.needed.contains($0) }
        let problem = [tooEarly, stray].compactMap { $0 }.min()
        if problem == nil, given.count == key.needed.count { return .right(feedback: key.feedback.right) }
        let detail = detail(problem, given)
        if let foreseen = key.feedback.foreseen.first(where: { $0.pattern == given }) {
            return .wrong(feedback: foreseen.feedback, misconception: foreseen.misconception, detail: detail)
        }
        guard let problem, let line = key.lines.first(where: { $0.letter == given[problem] }) else {
            return .wrong(feedback: key.feedback.otherwise, misconception: nil, detail: detail)
        }
        switch line.role {
        case .needed(let feedback):
            return .wrong(
                feedback: feedback.isEmpty ? key.feedback.otherwise : feedback,
                misconception: nil,
                detail: detail
            )
        case .distractor(let misconception, _, let feedback):
            return .wrong(feedback: feedback, misconception: misconception, detail: detail)
        }
    }

    /// The first misplaced line and nothing behind it: the rest is still the learner's to find.
    private func detail(_ problem: Int?, _ given: [String]) -> String {
        guard let problem else {
            let missing = key.needed.count - given.count
            return "so far it is right, but \(missing) \(missing == 1 ? "line is" : "lines are") missing"
        }
        let letter = given[problem]
        let place = problem == 0 ? "at the top" : "behind \(given[problem - 1])"
        if key.needed.contains(letter) { return "\(letter) stands too early \(place)" }
        return "\(letter) does not belong \(place)"
    }
}
