/// Compares what the learner foretold with what a run showed.
struct PredictionJudge {
    let prediction: Prediction
    let run: DemoEvidence?

    func judge(_ answer: String) -> Verdict {
        guard let run else { return .couldNotTell(reason: "the demo '\(prediction.demo)' has not been run") }
        switch prediction.ask {
        case .lines:
            guard !run.lines.isEmpty else {
                return .couldNotTell(reason: "the demo '\(prediction.demo)' printed nothing")
            }
            return judge(answer, sequence: run.lines, saying: .lines)
        case .count(let text):
            let count = run.lines.count { line in text.map { line.contains($0) } ?? true }
            return judge(
                answer,
                key: Quantity(amount: Double(count), unit: .none),
                less: "more lines",
                more: "fewer lines"
            )
        case .first, .order, .time:
            guard let finishes = TaskFinishes(run.trace) else {
                return .couldNotTell(reason: "the run of '\(prediction.demo)' left no complete trace")
            }
            return judge(answer, finishes)
        }
    }

    private func judge(_ answer: String, _ finishes: TaskFinishes) -> Verdict {
        if case .time(let task) = prediction.ask {
            guard let time = task.map({ finishes.time(of: $0) }) ?? finishes.endTime else {
                return .couldNotTell(reason: "no task named '\(task ?? "")' ended; there are \(finishes.listing)")
            }
            return judge(answer, key: Quantity(amount: Double(time), unit: .time), less: "later", more: "earlier")
        }
        guard let first = finishes.names.first else {
            return .couldNotTell(reason: "no task but the main one ended in the run of '\(prediction.demo)'")
        }
        let known = Set(finishes.names.map(Meaning.loose))
        if prediction.ask == .first {
            guard known.contains(Meaning.loose(answer)) else {
                return .malformed(expected: "the name of one task: \(finishes.listing)")
            }
            if Meaning.loose(answer) == Meaning.loose(first) { return .right(feedback: prediction.feedback.right) }
            return .wrong(prediction.feedback, detail: nil) { pattern in
                guard case .answers(let answers) = pattern else { return false }
                return answers.contains { Meaning.loose($0) == Meaning.loose(answer) }
            }
        }
        guard case .lines(let names) = LineList(answer, printed: finishes.names), !names.isEmpty,
            names.allSatisfy({ known.contains(Meaning.loose($0)) })
        else { return .malformed(expected: "names of tasks in order, separated by commas: \(finishes.listing)") }
        return judge(answer, sequence: finishes.names, saying: .names)
    }

    // MARK: Numbers

    private func judge(_ answer: String, key: Quantity, less: String, more: String) -> Verdict {
        let given: Quantity
        switch Quantity.reading(answer) {
        case .none: return .malformed(expected: NumberJudge.expected(key.unit))
        case .ambiguous(let digits): return .malformed(expected: NumberJudge.expectedPlain(digits))
        case .quantity(let read):
            guard let quantity = read.asAnswer(to: key) else {
                return .malformed(expected: NumberJudge.expected(key.unit))
            }
            given = quantity
        }
        if given.isSame(as: key) { return .right(feedback: prediction.feedback.right) }
        let isLess = given.amount < key.amount
        let detail =
            key.unit == .time
            ? "it happens \(isLess ? less : more) than that" : "there are \(isLess ? less : more) than that"
        return .wrong(prediction.feedback, detail: detail) { pattern in
            switch pattern {
            case .relation(let relation): relation == (isLess ? .less : .more)
            case .answers(let answers):
                answers.contains { answer in
                    guard case .quantity(let foreseen) = Quantity.reading(answer) else { return false }
                    return foreseen.asAnswer(to: key).map { given.isSame(as: $0) } ?? false
                }
            }
        }
    }

    // MARK: Sequences

    private enum Sequence {
        case lines, names
    }

    private func judge(_ answer: String, sequence right: [String], saying what: Sequence) -> Verdict {
        let given: [String]
        switch LineList(answer, printed: right) {
        case .lines(let lines) where !lines.isEmpty: given = lines
        case .ambiguous:
            return .malformed(expected: "the lines with ' / ' between them; the lines have commas themselves")
        case .lines: return .malformed(expected: "the lines with ' / ' between them")
        }
        // Loosely, unless that makes one of two lines that differ.
        let strict = right.map(Meaning.strict)
        let loose = right.map(Meaning.loose)
        let isLooseEnough = Set(strict).count == Set(loose).count
        let reading = isLooseEnough ? Meaning.loose : Meaning.strict
        let key = isLooseEnough ? loose : strict
        let read = given.map(reading)
        if read == key { return .right(feedback: prediction.feedback.right) }
        return .wrong(prediction.feedback, detail: detail(given: given, read: read, right: right, key: key, what)) {
            pattern in
            switch pattern {
            case .relation(let relation): relation.holds(from: read, to: key)
            case .answers(let answers):
                answers.contains { answer in
                    guard case .lines(let lines) = LineList(answer, printed: right) else { return false }
                    return lines.map(reading) == read
                }
            }
        }
    }

    /// The first difference and nothing behind it: the rest is still the learner's to find.
    private func detail(given: [String], read: [String], right: [String], key: [String], _ what: Sequence) -> String {
        let place = what == .lines ? "line" : "place"
        if let index = zip(read, key).enumerated().first(where: { $1.0 != $1.1 })?.offset {
            let said = "\(place) \(index + 1): you said '\(Self.cut(given[index]))'"
            return said + (what == .lines ? ", it printed " : ", it was ") + "'\(Self.cut(right[index]))'"
        }
        if read.count < key.count {
            return what == .lines
                ? "it printed more after line \(read.count)" : "more tasks ended after the \(read.count) that you named"
        }
        return what == .lines
            ? "it printed nothing after line \(key.count)" : "no task ended after the first \(key.count) that you named"
    }

    private static func cut(_ text: String) -> String {
        text.count <= 60 ? text : text.prefix(57) + "..."
    }
}

extension Prediction.Relation {
    /// Whether a wrong sequence lies so to the right one.
    func holds(from given: [String], to right: [String]) -> Bool {
        switch self {
        case .reversed: given == right.reversed()
        case .reordered: given.sorted() == right.sorted()
        case .missing: given.count < right.count && Self.isSubsequence(given, of: right)
        case .extra: right.count < given.count && Self.isSubsequence(right, of: given)
        case .less, .more: false
        }
    }

    private static func isSubsequence(_ part: [String], of whole: [String]) -> Bool {
        var rest = part[...]
        for element in whole where element == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty
    }
}
