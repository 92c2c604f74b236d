import LessonKit

extension LessonItem {
    /// As it is read; a question without its answers.
    var blocks: [Block] {
        switch self {
        case .prose(let block): [block]
        case .demo(let slice): [Block(.code(info: slice.language, text: slice.code), at: slice.position)]
        case .question(let question): question.shownBlocks
        }
    }
}

extension Lesson {
    /// Everything there is to read, the questions in their places, the answers left out.
    public var wholeText: [Block] { items.flatMap(\.blocks) }
}

extension Question {
    /// The prompt, and the choices if there are any.
    var shownBlocks: [Block] {
        guard case .choice(let choices) = kind else { return prompt }
        let items = choices.map { Block.Item(blocks: $0.lettered, at: position) }
        return prompt + [Block(.list(Block.List(marker: .bullet, isTight: true, items: items)), at: position)]
    }

    /// How to answer, in one line.
    var invitation: String {
        switch kind {
        case .choice: "Answer with a letter."
        case .number: "Answer with a number; give the unit if it has one."
        case .text: "Answer with a word or two."
        case .code: "`exercise` gives you a file to write in; `check` judges what is in it."
        case .predict(let prediction):
            switch prediction.ask {
            case .lines: "Answer with the lines, separated by ` / `."
            case .first: "Answer with the name of a task."
            case .order: "Answer with the names of the tasks, separated by commas."
            case .time: "Answer with a time, such as 1.5 s."
            case .count: "Answer with a number."
            }
        }
    }
}

extension Choice {
    /// Its text, with the letter in front: "B. They keep running."
    fileprivate var lettered: [Block] {
        guard let first = text.first, case .paragraph(let inlines) = first.kind else { return text }
        return [Block(.paragraph([.text("\(letter). ")] + inlines), at: first.position)] + text.dropFirst()
    }
}
