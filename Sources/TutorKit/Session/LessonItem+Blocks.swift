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
        switch kind {
        case .choice(let choices), .multiple(let choices):
            let items = choices.map { Block.Item(blocks: $0.text.lettered($0.letter), at: position) }
            return prompt + [Block(.list(Block.List(marker: .bullet, isTight: true, items: items)), at: position)]
        case .order(let key):
            let words = key.remarks.map { Inline.text($0) }
            return prompt + (words.isEmpty ? [] : [Block(.paragraph(words), at: position)])
        case .predict, .number, .text, .explain, .code: return prompt
        }
    }

    /// How to answer, in one line.
    var invitation: String {
        switch kind {
        case .choice: "Answer with a letter."
        case .multiple: "Answer with the letters of all that are right, separated by commas."
        case .order: "Answer with the letters of the lines, from top to bottom."
        case .explain:
            "Answer in your own words, a sentence or two. No program judges them. `ask` keeps them from being taken for a command."
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

extension OrderKey {
    /// Which lines exclude each other, and whether some are not needed at all.
    fileprivate var remarks: [String] {
        let paired = pairs.map { "Take one of \($0.dropLast().joined(separator: ", ")) and \($0.last ?? "")." }
        let others = lines.count - needed.count - pairs.map { $0.count - 1 }.reduce(0, +)
        let spare = others == 0 ? [] : [others == 1 ? "One line is not needed." : "\(others) lines are not needed."]
        let remarks = (paired + spare).joined(separator: " ")
        return remarks.isEmpty ? [] : [remarks]
    }
}
