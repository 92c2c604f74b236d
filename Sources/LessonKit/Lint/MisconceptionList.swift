/// `misconceptions.md`: what learners believe, read from its tables.
///
///     | id | believed | true | source |
///     |---|---|---|---|
///     | `times-always-add` | … | … | [Pea 1986] |
///
/// A source in brackets has an entry of its own, `- [Pea 1986] …`, in a list below the heading `## Sources`.
public struct MisconceptionList: Sendable {
    public struct Entry: Sendable, Equatable {
        public let id: String
        public let believed: String
        public let truth: String
        public let source: String
        public let position: SourcePosition
    }

    /// In the order of the text.
    public let entries: [Entry]
    /// What is wrong with the list in itself.
    public let diagnostics: [Diagnostic]

    static let columns = ["id", "believed", "true", "source"]

    public init(_ document: MarkdownDocument) {
        var diagnostics = document.diagnostics
        var entries: [Entry] = []
        var lines: [String: Int] = [:]
        let sources = Self.sources(document)
        for block in document.blocks {
            guard case .table(let table) = block.kind else { continue }
            guard table.header.map(\.plainText) == Self.columns else {
                diagnostics.append(
                    Diagnostic(
                        at: block.position,
                        "a table here has the columns \(Self.columns.joined(separator: ", "))"
                    )
                )
                continue
            }
            for (index, row) in table.rows.enumerated() {
                let cells = row.map(\.plainText)
                let position = SourcePosition(file: block.position.file, line: block.position.line + 2 + index)
                func report(_ message: String) { diagnostics.append(Diagnostic(at: position, message)) }
                if !Identifier.isValid(cells[0]) { report("'\(cells[0])' is no misconception id; \(Identifier.rule)") }
                for (name, cell) in zip(Self.columns, cells) where cell.isEmpty {
                    report("'\(cells[0])' has nothing in the column '\(name)'")
                }
                if let line = lines.updateValue(position.line, forKey: cells[0]) {
                    report("'\(cells[0])' is listed twice; first on line \(line)")
                }
                if cells[3].hasPrefix("["), !sources.contains(where: { $0.hasPrefix(cells[3]) }) {
                    report("there is no entry '\(cells[3])' below '## Sources'")
                }
                entries.append(
                    Entry(id: cells[0], believed: cells[1], truth: cells[2], source: cells[3], position: position)
                )
            }
        }
        self.entries = entries
        self.diagnostics = diagnostics
    }

    private static func sources(_ document: MarkdownDocument) -> [String] {
        let isHeading = { (block: Block) in block.isHeading && block.plainText == "Sources" }
        guard let start = document.blocks.firstIndex(where: isHeading) else { return [] }
        return document.blocks[start...].dropFirst().prefix { !$0.isHeading }.flatMap { block -> [String] in
            if case .list(let list) = block.kind { list.items.map(\.blocks.plainText) } else { [] }
        }
    }
}
