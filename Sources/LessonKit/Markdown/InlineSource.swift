/// The text of a paragraph, heading or table cell, cut free of its lines' marks and indentation, which still knows
/// where each character came from.
struct InlineSource {
    private(set) var text: [Unicode.Scalar] = []
    let file: String
    /// Ascending by offset: from `offset` on, characters stand in `line` from `column`.
    private var origins: [(offset: Int, line: Int, column: Int)] = []

    init(file: String) {
        self.file = file
    }

    init(_ line: Line, _ slice: ArraySlice<Unicode.Scalar>, file: String) {
        self.init(file: file)
        append(slice, of: line)
    }

    mutating func append(_ slice: ArraySlice<Unicode.Scalar>, of line: Line) {
        origins.append((text.count, line.number, slice.startIndex + 1))
        text += slice
    }

    mutating func appendNewline() { text.append("\n") }

    mutating func trimEnd() {
        while let last = text.last, last.isASCIIWhitespace { text.removeLast() }
    }

    /// `offset` is 0-based in `text`.
    func position(at offset: Int) -> SourcePosition {
        var (low, high) = (0, origins.count)
        while low < high {
            let middle = (low + high) / 2
            if origins[middle].offset <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return SourcePosition(file: file, line: 1) }
        let origin = origins[low - 1]
        return SourcePosition(file: file, line: origin.line, column: origin.column + offset - origin.offset)
    }
}
