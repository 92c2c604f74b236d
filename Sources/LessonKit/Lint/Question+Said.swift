/// A piece of feedback, and the misconception it answers.
struct SaidFeedback {
    /// Of the choice or line that it is about.
    let letter: String?
    let misconception: String?
    let blocks: [Block]

    init(letter: String? = nil, misconception: String? = nil, _ blocks: [Block]) {
        self.letter = letter
        self.misconception = misconception
        self.blocks = blocks
    }
}

extension Question {
    /// Everything that may be said to an answer.
    var feedback: [SaidFeedback] {
        switch kind {
        case .choice(let choices), .multiple(let choices):
            choices.map { SaidFeedback(letter: $0.letter, misconception: $0.misconception, $0.feedback) }
        case .order(let key): key.lines.compactMap(\.said) + key.feedback.said
        case .predict(let prediction): prediction.feedback.said
        case .number(let key): key.feedback.said
        case .text(let key): key.feedback.said
        case .explain(let model): [SaidFeedback(model)]
        case .code(let exercise):
            exercise.feedback.sections.map { SaidFeedback(misconception: $0.misconception, $0.text) }
                + [SaidFeedback(exercise.feedback.otherwise)]
        }
    }

    /// Every text of the question: what is asked and offered, the hints, the feedback.
    var allBlocks: [Block] {
        var offered: [Block] = []
        if case .choice(let choices) = kind { offered = choices.flatMap(\.text) }
        if case .multiple(let choices) = kind { offered = choices.flatMap(\.text) }
        return prompt + offered + hints.flatMap { $0 } + feedback.flatMap(\.blocks)
    }
}

extension OrderKey.Line {
    fileprivate var said: SaidFeedback? {
        switch role {
        case .needed(let feedback): feedback.isEmpty ? nil : SaidFeedback(letter: letter, feedback)
        case .distractor(let misconception, _, let feedback):
            SaidFeedback(letter: letter, misconception: misconception, feedback)
        }
    }
}

extension Feedback {
    fileprivate var said: [SaidFeedback] {
        [SaidFeedback(right)] + foreseen.map { SaidFeedback(misconception: $0.misconception, $0.feedback) }
            + [SaidFeedback(otherwise)]
    }
}

extension Lesson {
    /// Every text of the lesson but for listings of demos, in order.
    var allBlocks: [Block] {
        items.flatMap { item -> [Block] in
            switch item {
            case .prose(let block): [block]
            case .demo: []
            case .question(let question): question.allBlocks
            }
        }
    }
}
