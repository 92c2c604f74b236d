/// Gathers the hints and the answer below a question's prompt, block by block.
struct DetailsReader {
    struct Section {
        let title: String
        var blocks: [Block] = []
        /// Where its `<details>` stands.
        let position: SourcePosition
    }

    private(set) var sections: [Section] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Where the `</details>` of the answer stands.
    private(set) var end: SourcePosition?
    /// Where the last `</details>` so far stands.
    private(set) var lastClosed: SourcePosition?
    private var open: Section?

    var isInside: Bool { open != nil }

    static let answerTitle = "Answer"

    /// A block that is no HTML: part of the open section.
    mutating func add(_ block: Block) {
        if open == nil {
            report(
                block.position,
                "text between the hints and the answer of a question; put it above the first '<details>'"
            )
        } else {
            open?.blocks.append(block)
        }
    }

    mutating func read(html: String, at position: SourcePosition) {
        switch DetailsScanner.scan(html, at: position) {
        case .failure(let diagnostic): diagnostics.append(diagnostic)
        case .success(let tokens):
            for token in tokens { read(token) }
        }
    }

    /// What was left open is reported.
    mutating func finish() {
        guard let open else { return }
        report(open.position, "'<details>' of '\(open.title)' is never closed; write '</details>' on a line of its own")
        sections.append(open)
        self.open = nil
    }

    private mutating func read(_ located: DetailsScanner.Located) {
        switch located.token {
        case .open(let title):
            if let open { report(located.position, "'<details>' inside '\(open.title)', which is not closed") }
            if end != nil { report(located.position, "'\(title)' behind the answer; the answer comes last") }
            if let open { sections.append(open) }
            open = Section(title: title, position: located.position)
        case .close:
            guard let section = open else {
                report(located.position, "'</details>' without '<details>'")
                return
            }
            lastClosed = located.position
            if section.title == Self.answerTitle { end = located.position }
            sections.append(section)
            open = nil
        case .text(let text):
            if let block = plainParagraph(text, at: located.position) { add(block) }
        }
    }

    /// Text on the lines of the tags. HTML shows it as it stands, so nothing in it may look like Markdown.
    private mutating func plainParagraph(_ text: String, at position: SourcePosition) -> Block? {
        let document = MarkdownDocument(parsing: text, file: position.file)
        guard document.diagnostics.isEmpty, !text.contains("\\"), document.blocks.count == 1,
            case .paragraph(let inlines)? = document.blocks.first?.kind, inlines.allSatisfy(\.isPlain)
        else {
            report(
                position,
                "Markdown is not read on the lines of '<details>', here '\(text.prefix(40))'; "
                    + "put blank lines around the text"
            )
            return nil
        }
        return Block(.paragraph(inlines), at: position)
    }

    private mutating func report(_ position: SourcePosition, _ message: String) {
        diagnostics.append(Diagnostic(at: position, message))
    }
}

extension Inline {
    fileprivate var isPlain: Bool {
        switch self {
        case .text, .softBreak: true
        default: false
        }
    }
}
