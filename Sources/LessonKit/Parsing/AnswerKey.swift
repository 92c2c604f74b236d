/// Builds the key of a question from the items of its Answer.
struct AnswerKey {
    let items: [AnswerItem]
    /// Where the Answer begins: what is missing is reported there.
    let position: SourcePosition
    private(set) var diagnostics: [Diagnostic] = []

    init(items: [AnswerItem], position: SourcePosition) {
        self.items = items
        self.position = position
    }

    mutating func report(_ item: AnswerItem, _ message: String) {
        diagnostics.append(Diagnostic(at: item.position, message))
    }

    mutating func reportMissing(_ message: String) {
        diagnostics.append(Diagnostic(at: position, message))
    }

    // MARK: Choice

    /// - Parameter isOne: exactly one choice is right, and not one or more.
    mutating func choices(_ offered: [(letter: String, text: [Block])], isOne: Bool) -> [Choice] {
        let letters = offered.map(\.letter)
        var keys: [String: AnswerItem] = [:]
        for item in items {
            let letter = item.letter ?? ""
            if !letters.contains(letter) {
                report(item, "the answer speaks of '\(letter)', but the choices are \(letters.joined(separator: ", "))")
            } else if keys.updateValue(item, forKey: letter) != nil {
                report(item, "the answer speaks of '\(letter)' twice")
            }
            if !item.isRight, item.misconception == nil {
                report(
                    item,
                    "a wrong choice names the misconception behind it: '- \(letter). wrong [misconception-id]: …'"
                )
            }
            if !item.alternatives.isEmpty || !item.options.isEmpty {
                report(item, "expected '- \(letter). right: …' or '- \(letter). wrong [misconception-id]: …'")
            }
        }
        for letter in letters where keys[letter] == nil { reportMissing("the answer says nothing about '\(letter)'") }
        let rightCount = keys.values.filter(\.isRight).count
        if isOne ? rightCount != 1 : rightCount == 0, diagnostics.isEmpty {
            reportMissing(
                isOne ? "\(rightCount) choices are right; it must be one" : "no choice is right; it must be one or more"
            )
        }
        return offered.compactMap { choice in
            keys[choice.letter].map { item in
                Choice(
                    letter: choice.letter,
                    text: choice.text,
                    correctness: item.isRight ? .right : .wrong(misconception: item.misconception ?? ""),
                    feedback: item.feedback
                )
            }
        }
    }

    // MARK: Predict

    mutating func prediction(
        _ ask: Prediction.Ask,
        demo: String,
        schedule: Prediction.Schedule
    ) -> Prediction {
        let feedback = feedback { key, item in key.pattern(item, ask: ask) }
        for item in items where item.isRight && !item.alternatives.isEmpty {
            report(
                item,
                "the key of a prediction is never written down: it comes from running the demo; write '- right: …'"
            )
        }
        rejectOptions(allowed: "when")
        return Prediction(ask: ask, demo: demo, schedule: schedule, feedback: feedback)
    }

    private mutating func pattern(_ item: AnswerItem, ask: Prediction.Ask) -> Prediction.Pattern? {
        guard let word = item.options["when"] else {
            guard !item.alternatives.isEmpty else { return nil }
            for answer in item.alternatives {
                if let problem = Self.problem(with: answer, ask: ask) { report(item, problem) }
            }
            return .answers(item.alternatives)
        }
        if !item.alternatives.isEmpty { report(item, "give either an answer or 'when=', not both") }
        let allowed = ask.relations.map(\.rawValue)
        guard let relation = Prediction.Relation(rawValue: word), ask.relations.contains(relation) else {
            let known = allowed.isEmpty ? "'when=' is not for" : "known are \(allowed.joined(separator: ", ")) for"
            let clause = Suggestion.clause(for: word, among: allowed, otherwise: "; \(known) ask=\(ask.word)")
            report(item, "'when=\(word)'\(clause)")
            return nil
        }
        return .relation(relation)
    }

    private static func problem(with answer: String, ask: Prediction.Ask) -> String? {
        switch (ask, Quantity.reading(answer)) {
        case (.lines, _), (.first, _), (.order, _): nil
        case (.time, .quantity(let quantity)) where quantity.unit == .time: nil
        case (.time, _): "'\(answer)' is no time with a unit, such as '2s' or '250ms'"
        case (.count, .quantity(let quantity)) where quantity.unit == .none: nil
        case (.count, _): "'\(answer)' is no number of lines"
        }
    }

    // MARK: Number

    mutating func number() -> NumberKey {
        let accepted = items.filter(\.isRight).flatMap { quantities($0) }
        var tolerance = 0.0
        for item in items {
            guard let text = item.options["tolerance"] else { continue }
            let unit = accepted.first?.unit ?? .none
            if case .quantity(let read) = Quantity.reading(text),
                read.unit == unit || unit != .time && read.unit == .none
            {
                tolerance = read.amount
            } else {
                report(item, "'tolerance=\(text)' is no number with the answer's unit")
            }
            if !item.isRight { report(item, "'tolerance=' belongs to the right answer") }
        }
        for item in items where item.isRight && item.alternatives.isEmpty {
            report(item, "the right answer is missing; write '- right 1s: …'")
        }
        if let first = accepted.first, let other = accepted.first(where: { $0.unit != first.unit }) {
            reportMissing("the right answers differ in their units: \(first) and \(other)")
        }
        let feedback = feedback { key, item -> [Quantity]? in
            let wrong = key.quantities(item)
            for quantity in wrong where accepted.contains(where: { quantity.isSame(as: $0, tolerance: tolerance) }) {
                key.report(item, "'\(quantity)' is both right and wrong")
            }
            return item.alternatives.isEmpty ? nil : wrong
        }
        rejectOptions(allowed: "tolerance")
        return NumberKey(accepted: accepted, tolerance: tolerance, feedback: feedback)
    }

    private mutating func quantities(_ item: AnswerItem) -> [Quantity] {
        var quantities: [Quantity] = []
        for text in item.alternatives {
            switch Quantity.reading(text) {
            case .quantity(let quantity): quantities.append(quantity)
            case .ambiguous, .none:
                report(item, "'\(text)' is no number, with or without a unit, such as '3' or '250ms'")
            }
        }
        return quantities
    }

    // MARK: Text

    mutating func text() -> TextKey {
        let accepted = items.filter(\.isRight).flatMap(\.alternatives)
        for item in items where item.isRight && item.alternatives.isEmpty {
            report(item, "the right answer is missing; write '- right \"word\": …'")
        }
        for item in items {
            for answer in item.alternatives where Meaning.phrase(answer).isEmpty { report(item, "empty answer") }
        }
        let meanings = Set(accepted.map(Meaning.phrase))
        let feedback = feedback { key, item -> [String]? in
            for answer in item.alternatives where meanings.contains(Meaning.phrase(answer)) {
                key.report(item, "'\(answer)' is both right and wrong")
            }
            return item.alternatives.isEmpty ? nil : item.alternatives
        }
        rejectOptions(allowed: nil)
        return TextKey(accepted: accepted, feedback: feedback)
    }

    // MARK: Feedback

    /// `pattern` gives nil for an item that is about every other wrong answer.
    mutating func feedback<Pattern>(
        _ pattern: (inout AnswerKey, AnswerItem) -> Pattern?
    ) -> Feedback<Pattern> {
        let right = items.filter(\.isRight)
        var foreseen: [Feedback<Pattern>.Foreseen] = []
        var otherwise: AnswerItem?
        for item in items where !item.isRight {
            if let pattern = pattern(&self, item) {
                foreseen.append(.init(pattern: pattern, misconception: item.misconception, feedback: item.feedback))
            } else if item.alternatives.isEmpty, item.options["when"] == nil {
                if otherwise != nil { report(item, "two items for every other wrong answer") }
                if item.misconception != nil {
                    report(
                        item,
                        "this item is for every other wrong answer, so it has no misconception; or name an answer"
                    )
                }
                otherwise = item
            }
        }
        if right.count != 1 {
            reportMissing("the answer needs exactly one item '- right …: feedback'; it has \(right.count)")
        }
        if otherwise == nil {
            reportMissing("the answer needs an item '- wrong: feedback' for every other wrong answer")
        }
        return Feedback(
            right: right.first?.feedback ?? [],
            foreseen: foreseen,
            otherwise: otherwise?.feedback ?? []
        )
    }

    mutating func rejectOptions(allowed: String?) {
        for item in items {
            for key in item.options.keys.sorted() where key != allowed {
                report(item, "'\(key)=' is not for questions of this kind")
            }
            if item.isRight, item.options["when"] != nil { report(item, "'when=' is for wrong answers") }
        }
    }
}

extension Prediction.Ask {
    /// What a wrong answer to this can be.
    var relations: [Prediction.Relation] {
        switch self {
        case .lines, .order: [.reversed, .reordered, .missing, .extra]
        case .time, .count: [.less, .more]
        case .first: []
        }
    }
}
