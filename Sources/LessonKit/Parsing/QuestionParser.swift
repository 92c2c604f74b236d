/// Reads one question: the directive, the prompt below it, its hints and its answer.
struct QuestionParser {
    let directive: Directive
    let demos: [Demo]
    let exercises: ExerciseFiles
    private(set) var diagnostics: [Diagnostic] = []
    /// Where the question ends in the file, once it is read.
    private(set) var lastLine: Int?

    init(_ directive: Directive, demos: [Demo], exercises: ExerciseFiles) {
        self.directive = directive
        self.demos = demos
        self.exercises = exercises
    }

    private mutating func report(_ position: SourcePosition, _ message: String) {
        diagnostics.append(Diagnostic(at: position, message))
    }

    /// `index` is that of the block below the directive, and ends behind the last of the question's. `hash` gives the
    /// question's content hash from its last line and the demo or exercise it is about.
    mutating func parse(_ blocks: [Block], _ index: inout Int, hash: (Int, Demo?, Exercise?) -> String) -> Question? {
        var prompt: [Block] = []
        var details = DetailsReader()
        var hasDetails = false
        let isCode = directive["kind"]?.text == "code"
        reading: while index < blocks.count, details.end == nil {
            let block = blocks[index]
            // No answer ends it: the text goes on below the hints.
            if isCode, hasDetails, !details.isInside, !block.isDetails { break reading }
            switch block.kind {
            case .heading: break reading
            case .html(let source) where source.isComment:
                guard case .note = Comment(source, at: block.position) else { break reading }
            case .html(let source):
                hasDetails = true
                details.read(html: source, at: block.position)
            case _ where hasDetails: details.add(block)
            default: prompt.append(block)
            }
            index += 1
        }
        details.finish()
        diagnostics += details.diagnostics
        let id = identifier()
        if isCode {
            let lastLine = details.lastClosed?.line ?? (index < blocks.count ? blocks[index].position.line - 1 : .max)
            return codeQuestion(id, prompt: prompt, details.sections) { hash(lastLine, nil, $0) }
        }
        guard let answer = answerSection(details.sections) else { return nil }
        let hints = hints(details.sections.filter { $0.title != DetailsReader.answerTitle })
        if prompt.isEmpty { report(directive.position, "question '\(id ?? "")' asks nothing") }
        let points = points()
        guard let kind = kind(&prompt, answer: answer), let id, diagnostics.isEmpty, let end = details.end else {
            return nil
        }
        var demo: Demo?
        if case .predict(let prediction) = kind { demo = demos.first { $0.name == prediction.demo } }
        return Question(
            id: id,
            kind: kind,
            points: points,
            prompt: prompt,
            hints: hints,
            position: directive.position,
            contentHash: hash(end.line, demo, nil)
        )
    }

    // MARK: The directive

    private mutating func identifier() -> String? {
        guard let value = directive["id"] else { return nil }
        if !Identifier.isValid(value.text) {
            report(value.position, "'\(value.text)' is no question id; \(Identifier.rule)")
        }
        return value.text
    }

    private mutating func points() -> Int {
        guard let value = directive["points"] else { return 1 }
        guard let points = Int(value.text), (1...100).contains(points) else {
            report(value.position, "'\(value.text)' is no number of points; write 1 to 100")
            return 1
        }
        return points
    }

    private mutating func ask() -> Prediction.Ask? {
        guard let value = directive["ask"] else { return nil }
        switch value.text {
        case "lines": return .lines
        case "first": return .first
        case "order": return .order
        case "time": return .time(task: directive["at"]?.text)
        case "count": return .count(containing: directive["containing"]?.text)
        default:
            reportUnknown("ask", value, known: DirectiveRule.asks)
            return nil
        }
    }

    private mutating func schedule() -> Prediction.Schedule {
        guard let value = directive["schedule"] else { return .any }
        guard let schedule = Prediction.Schedule(rawValue: value.text) else {
            reportUnknown("schedule", value, known: Prediction.Schedule.allCases.map(\.rawValue))
            return .any
        }
        return schedule
    }

    private mutating func demoName() -> String {
        let value = directive["demo"]
        let name = value?.text ?? Demo.mainName
        if !demos.contains(where: { $0.name == name }) {
            let file = name == Demo.mainName ? "demo.swift" : "demo-\(name).swift"
            let position = value?.position ?? directive.position
            report(
                position,
                "no demo named '\(name)': there is no file '\(file)'"
                    + Suggestion.clause(for: name, among: demos.map(\.name))
            )
        }
        return name
    }

    // MARK: Code

    private mutating func codeQuestion(
        _ id: String?,
        prompt: [Block],
        _ sections: [DetailsReader.Section],
        hash: (Exercise) -> String
    ) -> Question? {
        let hints = hints(sections.filter { $0.title != DetailsReader.answerTitle })
        if let answer = sections.first(where: { $0.title == DetailsReader.answerTitle }) {
            report(
                answer.position,
                "a code question has no answer here; its key are the checks in \(ExerciseFiles.folder)/\(id ?? "ID")"
            )
        }
        if prompt.isEmpty { report(directive.position, "question '\(id ?? "")' asks nothing") }
        let points = points()
        guard let id else { return nil }
        if !exercises.names.contains(id) {
            report(
                directive["id"]?.position ?? directive.position,
                "no folder '\(ExerciseFiles.folder)/\(id)' for this code question"
                    + Suggestion.clause(for: id, among: exercises.names)
            )
        }
        guard let exercise = exercises.exercises[id], diagnostics.isEmpty else { return nil }
        return Question(
            id: id,
            kind: .code(exercise),
            points: points,
            prompt: prompt,
            hints: hints,
            position: directive.position,
            contentHash: hash(exercise)
        )
    }

    // MARK: Hints and answer

    private mutating func hints(_ sections: [DetailsReader.Section]) -> [[Block]] {
        for (index, section) in sections.enumerated() {
            let expected = "Hint \(index + 1) of \(sections.count)"
            if section.title != expected {
                report(section.position, "'\(section.title)' should be '\(expected)' or '\(DetailsReader.answerTitle)'")
            } else if section.blocks.isEmpty, diagnostics.isEmpty {
                report(section.position, "'\(section.title)' says nothing")
            }
        }
        return sections.map(\.blocks)
    }

    private mutating func answerSection(_ sections: [DetailsReader.Section]) -> DetailsReader.Section? {
        guard let section = sections.last(where: { $0.title == DetailsReader.answerTitle }) else {
            report(
                directive.position,
                "question '\(directive["id"]?.text ?? "")' has no answer; end it with "
                    + "'<details><summary>Answer</summary>', a blank line, the list of answers, and '</details>'"
            )
            return nil
        }
        return section
    }

    /// The items of the one list that the answer is.
    private mutating func list(in section: DetailsReader.Section) -> [Block.Item]? {
        guard section.blocks.count == 1, case .list(let list)? = section.blocks.first?.kind, list.marker == .bullet
        else {
            report(
                section.position,
                "the answer is one list of '- right: …' and '- wrong: …' "
                    + "below '<details><summary>Answer</summary>' and a blank line"
            )
            return nil
        }
        return list.items
    }

    // MARK: Kinds

    private mutating func kind(_ prompt: inout [Block], answer: DetailsReader.Section) -> Question.Kind? {
        guard let kind = directive["kind"] else { return nil }
        guard DirectiveRule.questionKinds.contains(kind.text) else {
            reportUnknown("kind", kind, known: DirectiveRule.questionKinds)
            return nil
        }
        switch kind.text {
        case "explain": return explain(answer)
        case "order": return order(prompt, answer)
        default: return keyed(kind.text, &prompt, answer)
        }
    }

    private mutating func explain(_ answer: DetailsReader.Section) -> Question.Kind? {
        if answer.blocks.isEmpty {
            report(answer.position, "the answer of an explanation is a model answer, to be shown beside the learner's")
        }
        return .explain(model: answer.blocks)
    }

    private mutating func order(_ prompt: [Block], _ answer: DetailsReader.Section) -> Question.Kind? {
        guard let items = list(in: answer) else { return nil }
        var reader = OrderReader()
        defer { diagnostics += reader.diagnostics }
        return reader.read(prompt: prompt, directive: directive.position, answer: items, at: answer.position)
            .map(Question.Kind.order)
    }

    /// The kinds whose answer is a list of what is right and what is wrong.
    private mutating func keyed(
        _ kind: String,
        _ prompt: inout [Block],
        _ answer: DetailsReader.Section
    ) -> Question.Kind? {
        guard let list = list(in: answer) else { return nil }
        var items: [AnswerItem] = []
        for item in list {
            do {
                items.append(
                    try AnswerItem(item, letter: kind == "choice" || kind == "multiple" ? .required : .none)
                )
            } catch {
                diagnostics.append(error)
            }
        }
        guard items.count == list.count else { return nil }
        var key = AnswerKey(items: items, position: answer.position)
        defer { diagnostics += key.diagnostics }
        switch kind {
        case "choice", "multiple":
            var reader = ChoiceReader()
            let taken = reader.take(from: &prompt, at: directive.position)
            diagnostics += reader.diagnostics
            guard let offered = taken else { return nil }
            let choices = key.choices(offered, isOne: kind == "choice")
            return kind == "choice" ? .choice(choices) : .multiple(choices)
        case "predict":
            let demo = demoName()
            let schedule = schedule()
            guard let ask = ask() else { return nil }
            return .predict(key.prediction(ask, demo: demo, schedule: schedule))
        case "number": return .number(key.number())
        default: return .text(key.text())
        }
    }

    private mutating func reportUnknown(_ what: String, _ value: Directive.Value, known: [String]) {
        let clause = Suggestion.clause(
            for: value.text,
            among: known,
            otherwise: "; known are \(known.joined(separator: ", "))"
        )
        report(value.position, "unknown \(what) '\(value.text)'\(clause)")
    }
}

extension String {
    var isComment: Bool { drop { $0 == " " }.hasPrefix("<!--") }
}

extension Block {
    fileprivate var isDetails: Bool {
        if case .html(let source) = kind { !source.isComment } else { false }
    }
}
