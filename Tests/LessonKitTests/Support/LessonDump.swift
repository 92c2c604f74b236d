import LessonKit

/// A lesson as a page that a person can check.
enum LessonDump {
    static func dump(_ lesson: Lesson) -> String {
        var lines = [
            "\(lesson.number) \(lesson.id): \(lesson.title)",
            "\(lesson.minutes) minutes, python \(lesson.pythonName ?? "-"), needs \(lesson.needs)",
        ]
        for demo in lesson.demos {
            let rest = [demo.pythonFile, demo.standardLibraryFile, demo.expectedTranscript.map(\.debugDescription)]
            lines.append("demo \(demo.name): \(demo.swiftFile) " + rest.map { $0 ?? "-" }.joined(separator: " "))
        }
        for section in lesson.sections {
            lines.append("== \(section.title ?? "(no title)")")
            for item in section.items { lines += Self.lines(item) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(_ item: LessonItem) -> [String] {
        let place = "\(item.position.line):\(item.position.column)"
        switch item {
        case .prose(let block): return ["\(place) prose \(text([block]))"]
        case .demo(let slice):
            let code = slice.code.replacing("\n", with: "⏎")
            return ["\(place) demo \(slice.demo) \(slice.file) \(slice.slice ?? "-") \(code)"]
        case .question(let question):
            return [
                "\(place) \(question.kind.word) \(question.id), \(question.points) points: \(text(question.prompt))"
            ]
                + question.hints.map { "  hint \(text($0))" } + key(question.kind).map { "  \($0)" }
        }
    }

    private static func key(_ kind: Question.Kind) -> [String] {
        switch kind {
        case .choice(let choices), .multiple(let choices):
            return choices.map { choice in
                let mark = choice.misconception.map { "wrong [\($0)]" } ?? "right"
                return "\(choice.letter). \(text(choice.text)) \(mark): \(text(choice.feedback))"
            }
        case .order(let key):
            return key.chains.map { "order \($0.joined(separator: " "))" }
                + key.lines.map { line in
                    let code = line.code.replacing("\n", with: "⏎")
                    return switch line.role {
                    case .needed(let feedback): "\(line.letter). \(code) needed: \(text(feedback))"
                    case .distractor(let misconception, let instead, let feedback):
                        "\(line.letter). \(code) wrong [\(misconception)] instead of \(instead ?? "-"): \(text(feedback))"
                    }
                } + Self.feedback(key.feedback)
        case .explain(let model): return ["model: \(text(model))"]
        case .predict(let prediction):
            return ["ask \(prediction.ask) of \(prediction.demo)"] + feedback(prediction.feedback)
        case .number(let key):
            return ["\(key.accepted) ± \(key.tolerance)"] + feedback(key.feedback)
        case .text(let key):
            return ["\(key.accepted)"] + feedback(key.feedback)
        case .code(let exercise):
            return ["exercise in \(exercise.folder), wrong: \(exercise.wrong.map(\.misconception))"]
                + exercise.feedback.sections.map { section in
                    "[\(section.misconception)] on \(section.triggers): \(text(section.text))"
                        .replacing("LessonKit.ExerciseFeedback.", with: "")
                }
                + ["otherwise: \(text(exercise.feedback.otherwise))"]
        }
    }

    private static func feedback<Pattern>(_ feedback: Feedback<Pattern>) -> [String] {
        ["right: \(text(feedback.right))"]
            + feedback.foreseen.map { foreseen in
                let pattern = "\(foreseen.pattern)".replacing("LessonKit.Prediction.Relation.", with: "")
                return "wrong [\(foreseen.misconception ?? "-")] \(pattern): \(text(foreseen.feedback))"
            }
            + ["otherwise: \(text(feedback.otherwise))"]
    }

    private static func text(_ blocks: [Block]) -> String {
        HTMLRenderer.render(blocks).replacing("\n", with: " ").split(separator: " ").joined(separator: " ")
    }
}
