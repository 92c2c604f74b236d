/// Turns raw blocks into blocks once every link definition of the document is known.
struct InlineResolver {
    let definitions: [String: LinkDefinition]
    private(set) var diagnostics: [Diagnostic] = []

    init(definitions: [String: LinkDefinition]) {
        self.definitions = definitions
    }

    mutating func blocks(_ raw: [RawBlock]) -> [Block] {
        var blocks: [Block] = []
        for block in raw { blocks.append(Block(kind(block.kind), at: block.position)) }
        return blocks
    }

    private mutating func kind(_ raw: RawBlock.Kind) -> Block.Kind {
        switch raw {
        case .heading(let level, let source): return .heading(level: level, inlines(source))
        case .paragraph(let source): return .paragraph(inlines(source))
        case .quote(let inner): return .quote(blocks(inner))
        case .finished(let kind): return kind
        case .list(let marker, let isTight, let rawItems):
            var items: [Block.Item] = []
            for item in rawItems { items.append(Block.Item(blocks: blocks(item.blocks), at: item.position)) }
            return .list(Block.List(marker: marker, isTight: isTight, items: items))
        case .table(let alignments, let header, let rows):
            return .table(
                Block.Table(alignments: alignments, header: row(header), rows: rows.map { row($0) })
            )
        }
    }

    private mutating func row(_ cells: [InlineSource]) -> [[Inline]] {
        var row: [[Inline]] = []
        for cell in cells { row.append(inlines(cell)) }
        return row
    }

    private mutating func inlines(_ source: InlineSource) -> [Inline] {
        var parser = InlineParser(source, definitions: definitions)
        let inlines = parser.parse()
        diagnostics += parser.diagnostics
        return inlines
    }
}
