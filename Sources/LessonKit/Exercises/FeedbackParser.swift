/// Reads a `feedback.md`.
///
///     ## awaits-in-a-loop
///     <!-- on check=together -->
///     Each fetch is awaited before the next is begun: …
///
/// The title (`#`) is optional, and for people. A comment below a heading is an `on` directive, or a note.
struct FeedbackParser {
    private(set) var diagnostics: [Diagnostic] = []
    private var sections: [ExerciseFeedback.Section] = []
    private var otherwise: [Block] = []
    private var lines: [String: Int] = [:]

    /// The name of the section for failures that nobody foresaw.
    static let otherwiseName = "otherwise"

    /// Nil if the file is broken; ``diagnostics`` say how.
    mutating func parse(_ text: String, file: String) -> ExerciseFeedback? {
        let document = MarkdownDocument(parsing: text, file: file)
        diagnostics = document.diagnostics
        var open: (heading: Block, body: [Block])?
        for block in document.blocks {
            switch block.kind {
            case .heading(level: 2, _):
                if let open { close(open.heading, open.body) }
                open = (block, [])
            case .heading(level: 1, _) where open == nil: break
            case .heading(level: 1, let title):
                report(block.position, "the title '\(title.plainText)' comes before the sections")
            case .html(let source) where open == nil:
                guard source.isComment, case .note = Comment(source, at: block.position, rules: DirectiveRule.feedback)
                else {
                    report(block.position, "nothing stands above the first '## misconception' but the title")
                    continue
                }
            case _ where open == nil:
                report(block.position, "text above the first section; begin one with '## misconception'")
            default: open?.body.append(block)
            }
        }
        if let open { close(open.heading, open.body) }
        guard diagnostics.isEmpty else { return nil }
        return ExerciseFeedback(sections: sections, otherwise: otherwise)
    }

    private mutating func report(_ position: SourcePosition, _ message: String) {
        diagnostics.append(Diagnostic(at: position, message))
    }

    private mutating func close(_ heading: Block, _ body: [Block]) {
        let name = heading.plainText
        if !Identifier.isValid(name) {
            report(heading.position, "'\(name)' is no misconception's id; \(Identifier.rule)")
        }
        if let line = lines.updateValue(lines[name] ?? heading.position.line, forKey: name) {
            report(heading.position, "a second section '\(name)'; the first is on line \(line)")
        }
        var triggers: [ExerciseFeedback.Trigger] = []
        var text: [Block] = []
        for block in body {
            guard case .html(let source) = block.kind else {
                text.append(block)
                continue
            }
            guard source.isComment else {
                report(block.position, "HTML is not for feedback")
                continue
            }
            switch Comment(source, at: block.position, rules: DirectiveRule.feedback) {
            case .note: break
            case .malformed(let problems): diagnostics += problems
            case .directive(let directive):
                if !text.isEmpty { report(block.position, "'on' stands right below the heading '## \(name)'") }
                triggers += self.triggers(directive)
            }
        }
        if text.isEmpty { report(heading.position, "section '\(name)' says nothing") }
        if name == Self.otherwiseName {
            if !triggers.isEmpty { report(heading.position, "'\(name)' is for all other failures; it takes no 'on'") }
            otherwise = text
        } else {
            sections.append(
                ExerciseFeedback.Section(
                    misconception: name,
                    triggers: triggers,
                    text: text,
                    position: heading.position
                )
            )
        }
    }

    private mutating func triggers(_ directive: Directive) -> [ExerciseFeedback.Trigger] {
        guard !directive.values.isEmpty else {
            report(directive.position, "'on' what? write 'on check=…', 'on diagnostic=…' or 'on end=…'")
            return []
        }
        var found: [ExerciseFeedback.Trigger] = []
        if let check = directive["check"] { found.append(.check(check.text)) }
        if let diagnostic = directive["diagnostic"] { found.append(.diagnostic(diagnostic.text)) }
        if let end = directive["end"] {
            let known = ExerciseFeedback.End.allCases.map(\.rawValue)
            if let end = ExerciseFeedback.End(rawValue: end.text) {
                found.append(.end(end))
            } else {
                let all = "; known are \(known.joined(separator: ", "))"
                let clause = Suggestion.clause(for: end.text, among: known, otherwise: all)
                report(end.position, "no program ends by '\(end.text)'\(clause)")
            }
        }
        return found
    }
}
