/// A block whose text is not parsed yet: links may be defined further down.
struct RawBlock {
    let kind: Kind
    let position: SourcePosition

    indirect enum Kind {
        case heading(level: Int, InlineSource)
        case paragraph(InlineSource)
        case list(marker: Block.List.Marker, isTight: Bool, items: [Item])
        case quote([RawBlock])
        case table(alignments: [Block.Table.Alignment], header: [InlineSource], rows: [[InlineSource]])
        /// Code, HTML and thematic breaks hold no text to be parsed.
        case finished(Block.Kind)
    }

    struct Item {
        let blocks: [RawBlock]
        let position: SourcePosition
    }
}

/// The content of a document, a quote or a list item.
struct RawBody {
    var blocks: [RawBlock] = []
    /// A blank line stands between two of the blocks: a list that holds this is loose.
    var hasBlankBetween = false
    /// The last line is a paragraph's, at whatever depth, so that CommonMark would join the next line to it.
    var endsInParagraph = false
}
