extension Inline {
    /// The words alone: no markup, no tags, line breaks as spaces.
    public var plainText: String {
        switch self {
        case .text(let text), .code(let text): text
        case .emphasis(let children), .strong(let children): children.plainText
        case .link(let link): link.children.plainText
        case .image(let image): image.alt
        case .softBreak, .hardBreak: " "
        case .html: ""
        }
    }
}

extension [Inline] {
    public var plainText: String { map(\.plainText).joined() }
}

extension Block {
    /// The words alone, blocks separated by newlines.
    public var plainText: String {
        switch kind {
        case .heading(_, let inlines), .paragraph(let inlines): inlines.plainText
        case .code(_, let text): text.hasSuffix("\n") ? String(text.dropLast()) : text
        case .list(let list): list.items.map(\.blocks.plainText).joined(separator: "\n")
        case .quote(let blocks): blocks.plainText
        case .table(let table):
            ([table.header] + table.rows).map { $0.map(\.plainText).joined(separator: " ") }.joined(separator: "\n")
        case .thematicBreak, .html: ""
        }
    }
}

extension [Block] {
    public var plainText: String { map(\.plainText).joined(separator: "\n") }
}
