/// A stretch of running text: a paragraph, a heading, a table's cell.
struct TextRun {
    let inlines: [Inline]
    let position: SourcePosition
    let isHeading: Bool
}

extension Block {
    /// This block and those inside it, in the order of the text.
    var withInner: [Block] {
        switch kind {
        case .list(let list): [self] + list.items.flatMap(\.blocks).flatMap(\.withInner)
        case .quote(let blocks): [self] + blocks.flatMap(\.withInner)
        case .heading, .paragraph, .code, .table, .thematicBreak, .html: [self]
        }
    }

    /// The text in it, piece by piece.
    var runs: [TextRun] {
        withInner.flatMap { block -> [TextRun] in
            switch block.kind {
            case .heading(_, let inlines): [TextRun(inlines: inlines, position: block.position, isHeading: true)]
            case .paragraph(let inlines): [TextRun(inlines: inlines, position: block.position, isHeading: false)]
            case .table(let table):
                table.rows.enumerated().flatMap { index, row in
                    // Below the header and the line of dashes.
                    let line = block.position.line + 2 + index
                    return row.map {
                        TextRun(
                            inlines: $0,
                            position: SourcePosition(file: block.position.file, line: line),
                            isHeading: false
                        )
                    }
                }
            case .code, .list, .quote, .thematicBreak, .html: []
            }
        }
    }
}

extension Inline {
    /// This inline and those inside it.
    var withInner: [Inline] {
        switch self {
        case .emphasis(let children), .strong(let children): [self] + children.flatMap(\.withInner)
        case .link(let link): [self] + link.children.flatMap(\.withInner)
        case .text, .code, .image, .softBreak, .hardBreak, .html: [self]
        }
    }
}
