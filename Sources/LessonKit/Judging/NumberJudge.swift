struct NumberJudge {
    let key: NumberKey

    func judge(_ answer: String) -> Verdict {
        guard let model = key.accepted.first else { return .couldNotTell(reason: "the question has no key") }
        switch Quantity.reading(answer) {
        case .none: return .malformed(expected: Self.expected(model.unit))
        case .ambiguous(let digits): return .malformed(expected: Self.expectedPlain(digits))
        case .quantity(let read):
            guard let given = read.asAnswer(to: model) else { return .malformed(expected: Self.expected(model.unit)) }
            if key.accepted.contains(where: { given.isSame(as: $0, tolerance: key.tolerance) }) {
                return .right(feedback: key.feedback.right)
            }
            return .wrong(key.feedback, detail: nil) { pattern in
                pattern.contains { given.isSame(as: $0.asAnswer(to: model) ?? $0) }
            }
        }
    }

    static func expected(_ unit: Quantity.Unit) -> String {
        switch unit {
        case .none: "a number, such as 3"
        case .time: "a time, such as 1.5 s or 200 ms"
        case .word(let word): "a number of \(word), such as 3"
        }
    }

    static func expectedPlain(_ digits: String) -> String {
        "a number without a separator of thousands; '\(digits.prefix(40))' can be read in two ways"
    }
}
