extension LintRule {
    static let terms = LintRule(
        "terms",
        "Every term that a text introduces with *emphasis* is explained in glossary.md."
    ) { course in
        let glossary = course.document(LintCourse.glossary).map(Glossary.init)
        return course.lessons.flatMap { lesson in
            lesson.items.flatMap(\.textBlocks).flatMap(\.runs).filter { !$0.isHeading }.flatMap { run in
                run.emphasised.compactMap { term -> Diagnostic? in
                    if glossary?.explains(term.text) ?? false { return nil }
                    return Diagnostic(
                        at: term.position,
                        "'*\(term.text)*' is marked as a term, and \(LintCourse.glossary) does not explain it; "
                            + "add it there, or stress it with '**'"
                    )
                }
            }
        }
    }
}

/// The words that a course explains.
struct Glossary {
    private let entries: [[String]]

    init(_ document: MarkdownDocument) {
        entries = document.blocks.compactMap { block in
            if case .heading(level: 2, let inlines) = block.kind { Self.stems(inlines.plainText) } else { nil }
        }
    }

    /// Whether an entry has the term's words, in whatever form: `children` and `child`, `expires` and `expire`.
    func explains(_ term: String) -> Bool {
        let stems = Self.stems(term)
        return entries.contains { $0 == stems || $0.starts(with: stems) || $0.suffix(stems.count) == stems[...] }
    }

    private static func stems(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { stem(String($0)) }
    }

    /// `expires`, `expired` and `expire` are one word, and so are `siblings` and `sibling`.
    private static func stem(_ word: String) -> String {
        if word.hasPrefix("child") { return "child" }
        func without(_ endings: [String], _ word: String) -> String {
            let ending = endings.first { word.count > $0.count + 2 && word.hasSuffix($0) } ?? ""
            return String(word.dropLast(ending.count))
        }
        return without(["ing", "i", "ed", "y", "e"], without(["es", "s"], word))
    }
}

extension TextRun {
    /// What is set in `*…*`, with the line it stands on.
    var emphasised: [(text: String, position: SourcePosition)] {
        var found: [(String, SourcePosition)] = []
        var line = position.line
        func read(_ inlines: [Inline]) {
            for inline in inlines {
                switch inline {
                case .emphasis(let children):
                    found.append(
                        (children.plainText, SourcePosition(file: position.file, line: line))
                    )
                    read(children)
                case .strong(let children): read(children)
                case .link(let link): read(link.children)
                case .softBreak, .hardBreak: line += 1
                case .text, .code, .image, .html: break
                }
            }
        }
        read(inlines)
        return found
    }
}
