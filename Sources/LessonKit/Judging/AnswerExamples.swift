import ConcurrencyKit

/// Answers to a question as a learner might type them: one that is right, and a wrong one for each thing that can be said
/// to a wrong answer.
///
///     AnswerExamples(of: question, run: run).wrong.map(\.answer)     // ["6 s", "1 s", "2 s", "7 s"]
///
/// Made of the question and, for a prediction, of a run of its demo in virtual time, and never taken on trust: each is
/// judged as a learner's answer is. What cannot be had is left out, so that lint can say that a foreseen answer is never
/// recognised.
public struct AnswerExamples: Sendable {
    let question: Question
    let run: DemoEvidence?

    public init(of question: Question, run: DemoEvidence?) {
        self.question = question
        self.run = run
    }

    /// A wrong answer and what it shows.
    public struct Wrong: Sendable, Equatable {
        public let answer: String
        public let feedback: [Block]
        public let misconception: String?
    }

    /// Nil if no answer is judged right: the run is missing or shows nothing to foretell.
    public var right: String? {
        rightCandidates.first { answer in
            switch judge(answer, question: question, run: run) {
            // An explanation is never judged: any one passes.
            case .right, .kept: true
            case .wrong, .partly, .couldNotTell, .malformed: false
            }
        }
    }

    /// In the order in which the author wrote them; the one for answers that nobody foresaw comes last.
    public var wrong: [Wrong] {
        var found: [Wrong] = []
        for candidate in wrongCandidates {
            let wrong: Wrong
            switch judge(candidate, question: question, run: run) {
            case .wrong(let feedback, let misconception, _):
                wrong = Wrong(answer: candidate, feedback: feedback, misconception: misconception)
            case .partly(_, let feedback, let misconceptions, _):
                wrong = Wrong(answer: candidate, feedback: feedback, misconception: misconceptions.first)
            case .right, .kept, .couldNotTell, .malformed: continue
            }
            if !found.contains(where: { $0.feedback == wrong.feedback && $0.misconception == wrong.misconception }) {
                found.append(wrong)
            }
        }
        return found
    }

    // MARK: Right

    private var rightCandidates: [String] {
        switch question.kind {
        case .choice(let choices): choices.filter(\.isRight).map(\.letter)
        case .multiple(let choices): [choices.filter(\.isRight).map(\.letter).joined(separator: ", ")]
        case .order(let key): key.rightOrder.map { [$0.joined(separator: ", ")] } ?? []
        case .explain(let model): [model.plainText.split(whereSeparator: \.isNewline).joined(separator: " ")]
        case .number(let key): key.accepted.map(\.written)
        case .text(let key): key.accepted
        // A program is no line to type; its examples are the files of the exercise.
        case .code: []
        case .predict(let prediction):
            rightSequence(prediction).map { [$0.joined(separator: Self.between)] }
                ?? rightQuantity(prediction).map { [$0.written] } ?? []
        }
    }

    private static let between = " / "

    /// The lines or names that a prediction asks for; nil if it asks for a number.
    private func rightSequence(_ prediction: Prediction) -> [String]? {
        guard let run else { return nil }
        return switch prediction.ask {
        case .lines: run.lines
        case .order: TaskFinishes(run.trace)?.names ?? []
        case .first: Array((TaskFinishes(run.trace)?.names ?? []).prefix(1))
        case .time, .count: nil
        }
    }

    private func rightQuantity(_ prediction: Prediction) -> Quantity? {
        guard let run else { return nil }
        switch prediction.ask {
        case .count(let text):
            let count = run.lines.count { line in text.map { line.contains($0) } ?? true }
            return Quantity(amount: Double(count), unit: .none)
        case .time(let task):
            guard let finishes = TaskFinishes(run.trace),
                let time = task.map({ finishes.time(of: $0) }) ?? finishes.endTime
            else { return nil }
            return Quantity(amount: Double(time), unit: .time)
        case .lines, .order, .first: return nil
        }
    }

    // MARK: Wrong

    private var wrongCandidates: [String] {
        switch question.kind {
        case .choice(let choices): choices.filter { !$0.isRight }.map(\.letter)
        case .multiple(let choices):
            choices.filter { !$0.isRight }.map(\.letter) + choices.filter(\.isRight).dropLast().map(\.letter)
        case .order(let key): key.wrongOrders.map { $0.joined(separator: ", ") }
        case .explain: []
        case .number(let key):
            key.feedback.foreseen.flatMap(\.pattern).map(\.written) + key.accepted.prefix(1).flatMap(Self.strangers)
        case .text(let key): key.feedback.foreseen.flatMap(\.pattern) + ["something else"]
        case .code: []
        case .predict(let prediction):
            prediction.feedback.foreseen.flatMap { candidates(for: $0.pattern, of: prediction) }
                + unforeseen(prediction)
        }
    }

    private func candidates(for pattern: Prediction.Pattern, of prediction: Prediction) -> [String] {
        switch pattern {
        case .answers(let answers): return answers
        case .relation(let relation):
            if let right = rightQuantity(prediction) {
                return Self.strangers(to: right, only: relation == .less ? .less : .more)
            }
            guard let right = rightSequence(prediction) else { return [] }
            return relation.examples(of: right).map { $0.joined(separator: Self.between) }
        }
    }

    private func unforeseen(_ prediction: Prediction) -> [String] {
        if let right = rightQuantity(prediction) { return Self.strangers(to: right) }
        guard let right = rightSequence(prediction), let last = right.last else { return [] }
        switch prediction.ask {
        case .lines: return ["something else", right.dropLast().joined(separator: Self.between)].filter { !$0.isEmpty }
        case .order, .first:
            let names = run.flatMap { TaskFinishes($0.trace)?.names } ?? []
            return prediction.ask == .first ? names : [([last] + right).joined(separator: Self.between), last] + names
        case .time, .count: return []
        }
    }

    private enum Side { case less, more, both }

    /// Amounts near the right one that nobody will have foreseen.
    private static func strangers(to right: Quantity) -> [String] { strangers(to: right, only: .both) }

    private static func strangers(to right: Quantity, only side: Side) -> [String] {
        let unit = right.unit == .time ? 1e9 : 1
        let more = [right.amount + 4 * unit, right.amount + 17 * unit, right.amount * 3 + 29 * unit]
        let less = [right.amount - unit, right.amount / 2, right.amount / 4, 0].filter { 0 <= $0 && $0 < right.amount }
        let amounts = side == .less ? less : side == .more ? more : more + less
        return amounts.map { Quantity(amount: $0, unit: right.unit).written }
    }
}

extension Prediction.Relation {
    /// Wrong sequences that lie so to the right one; none where it is too short.
    fileprivate func examples(of right: [String]) -> [[String]] {
        switch self {
        case .reversed: [right.reversed()]
        case .reordered:
            zip(right.indices, right.indices.dropFirst()).map { first, second in
                var swapped = right
                swapped.swapAt(first, second)
                return swapped
            }
        case .missing: [Array(right.dropLast()), Array(right.dropFirst())].filter { !$0.isEmpty }
        case .extra: [right + right.suffix(1), right + ["something else"]]
        case .less, .more: []
        }
    }
}

extension Quantity {
    /// As a person would write it: `3 s`, `250 ms`, `4 tasks`, `1.5`.
    public var written: String {
        func plain(_ amount: Double) -> String {
            amount == amount.rounded() && abs(amount) < 1e15 ? "\(Int64(amount))" : "\(amount)"
        }
        return switch unit {
        case .none: plain(amount)
        case .word(let word): "\(plain(amount)) \(word)"
        case .time where abs(amount) >= 1e9 || amount == 0: "\(plain(amount / 1e9)) s"
        case .time where abs(amount) >= 1e6: "\(plain(amount / 1e6)) ms"
        case .time: "\(plain(amount / 1e3)) µs"
        }
    }
}
