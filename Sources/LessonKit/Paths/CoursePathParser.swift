/// Reads the `paths.md` of a course.
struct CoursePathParser {
    static let fileName = "paths.md"

    private let entries: [Catalog.Entry]
    private let start: SourcePosition
    private var diagnostics: [Diagnostic]
    private var paths: [CoursePath] = []

    /// - Parameters:
    ///   - file: The path of the file, for messages.
    ///   - entries: The lessons that a path may lead to.
    static func parse(_ text: String, file: String, entries: [Catalog.Entry]) -> Result<[CoursePath], DiagnosticList> {
        let document = MarkdownDocument(parsing: text, file: file)
        var parser = CoursePathParser(
            entries: entries,
            start: SourcePosition(file: file, line: 1),
            diagnostics: document.diagnostics
        )
        parser.parse(document.blocks)
        return DiagnosticList(parser.diagnostics).map(Result.failure) ?? .success(parser.paths)
    }

    private mutating func report(_ position: SourcePosition, _ message: String) {
        diagnostics.append(Diagnostic(at: position, message))
    }

    private mutating func parse(_ blocks: [Block]) {
        var section: (heading: Block, blocks: [Block])?
        for block in blocks {
            switch block.kind {
            case .heading(level: 1, _): break
            case .heading(level: 2, _):
                if let section { take(section.heading, section.blocks) }
                section = (block, [])
            default:
                if section == nil, case .html = block.kind { report(block.position, "a comment before the first path") }
                section?.blocks.append(block)
            }
        }
        if let section { take(section.heading, section.blocks) }
        if section == nil { report(start, "no path; each begins with a '## Heading' and '<!-- path id=… -->'") }
    }

    private mutating func take(_ heading: Block, _ blocks: [Block]) {
        let title = heading.plainText
        guard let first = blocks.first, case .html(let source) = first.kind, source.isComment else {
            return report(heading.position, "'<!-- path id=… -->' is missing below '\(title)'")
        }
        let directive: Directive
        switch Comment(source, at: first.position) {
        case .malformed(let problems):
            diagnostics += problems
            return
        case .directive(let found) where found.name == "path": directive = found
        case .directive, .note:
            return report(first.position, "'<!-- path id=… -->' stands directly below a path's heading")
        }
        guard let id = directive["id"] else { return }
        if !Identifier.isValid(id.text) {
            report(id.position, "'\(id.text)' is no id; write small letters, digits and hyphens")
        } else if let other = paths.first(where: { $0.id == id.text }) {
            report(id.position, "path id '\(id.text)' is used twice; first on line \(other.position.line)")
        }
        let about = blocks.dropFirst().prefix { $0.orderedItems == nil }
        guard let list = blocks.dropFirst().lazy.compactMap(\.orderedItems).first else {
            return report(
                heading.position,
                "the path '\(id.text)' has no steps; write them as a numbered list of links"
            )
        }
        if let rest = blocks.dropFirst(2 + about.count).first {
            report(
                rest.position,
                "text behind the steps of the path '\(id.text)'; what is said of it stands before them"
            )
        }
        let steps = list.compactMap { step($0) }
        paths.append(
            CoursePath(id: id.text, title: title, about: Array(about), steps: steps, position: heading.position)
        )
    }

    private mutating func step(_ item: Block.Item) -> CoursePath.Step? {
        guard item.blocks.count == 1, case .paragraph(let inlines)? = item.blocks.first?.kind,
            case .link(let link)? = inlines.first
        else {
            report(item.position, "a step begins with a link to a lesson: [Gather](07-gather/lesson.md)")
            return nil
        }
        let parts = link.destination.split(separator: "#", maxSplits: 1).map(String.init)
        let folders = entries.map(\.folderName)
        guard let file = parts.first, file.hasSuffix("/\(LessonParser.fileName)"),
            let entry = entries.first(where: { "\($0.folderName)/\(LessonParser.fileName)" == file })
        else {
            let folder = String((parts.first ?? "").prefix { $0 != "/" })
            report(
                link.position,
                "'\(link.destination)' is no lesson of this course\(Suggestion.clause(for: folder, among: folders))"
            )
            return nil
        }
        let section = parts.count > 1 ? parts[1] : nil
        if let section, let lesson = entry.value {
            let anchors = lesson.sections.compactMap(\.anchor)
            if !anchors.contains(section) {
                let known = "; it has \(anchors.joined(separator: ", "))"
                let clause = Suggestion.clause(for: section, among: anchors, otherwise: known)
                report(link.position, "\(entry.id) has no section '#\(section)'\(clause)")
            }
        }
        return CoursePath.Step(lesson: entry.id, section: section, text: inlines.plainText, position: item.position)
    }
}

extension Block {
    /// The items of a numbered list.
    fileprivate var orderedItems: [Block.Item]? {
        if case .list(let list) = kind, case .ordered = list.marker { list.items } else { nil }
    }
}
