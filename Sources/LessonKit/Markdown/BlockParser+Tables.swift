extension BlockParser {
    /// A table, if the first two of the lines are a header and a delimiter row; else nil, and nothing is taken.
    mutating func table(_ lines: [Line], _ index: inout Int) -> RawBlock? {
        guard index + 1 < lines.count, let alignments = TableRow.alignments(lines[index + 1]),
            !BlockStart(lines[index + 1]).interruptsParagraph
        else { return nil }
        let opening = lines[index]
        let header = TableRow.cells(opening, file: file)
        guard header.count == alignments.count else {
            report(
                lines[index + 1],
                "the delimiter row has \(alignments.count) cells, the header above it has \(header.count)"
            )
            return nil
        }
        index += 2
        var rows: [[InlineSource]] = []
        while index < lines.count, !lines[index].isBlank {
            let line = lines[index]
            let start = BlockStart(line)
            guard start.isText else { break }
            if case .indented = start { report(line, "'\(excerpt(line))' is indented too far for a row of the table") }
            var row = TableRow.cells(line, file: file)
            if row.count != header.count {
                report(line, "this row has \(row.count) cells, the table has \(header.count) columns")
                while row.count < header.count { row.append(InlineSource(file: file)) }
                row.removeLast(row.count - header.count)
            }
            rows.append(row)
            index += 1
        }
        return RawBlock(
            kind: .table(alignments: alignments, header: header, rows: rows),
            position: position(opening)
        )
    }
}

/// A line of a table.
enum TableRow {
    /// What stands between the bars, trimmed; a bar behind a backslash is text.
    static func cells(_ line: Line, file: String) -> [InlineSource] {
        let row = line.trimmedFront.trimmed
        var cells: [InlineSource] = []
        var start = row.first == "|" ? row.startIndex + 1 : row.startIndex
        var bars: [Int] = []
        var index = start
        while index < row.endIndex {
            switch row[index] {
            case "\\" where index + 1 < row.endIndex && row[index + 1].isASCIIPunctuation:
                if row[index + 1] == "|" { bars.append(index) }
                index += 1
            case "|":
                cells.append(cell(line, row[start..<index], escapedBars: bars, file: file))
                start = index + 1
                bars = []
            default: break
            }
            index += 1
        }
        if start < row.endIndex { cells.append(cell(line, row[start...], escapedBars: bars, file: file)) }
        return cells
    }

    /// `escapedBars` are the indices of the backslashes, which are left out, before other escapes are read.
    private static func cell(
        _ line: Line,
        _ slice: ArraySlice<Unicode.Scalar>,
        escapedBars: [Int],
        file: String
    ) -> InlineSource {
        var source = InlineSource(file: file)
        let text = slice.trimmed
        var start = text.startIndex
        for bar in escapedBars {
            source.append(text[start..<bar], of: line)
            start = bar + 1
        }
        source.append(text[start...], of: line)
        return source
    }

    static func isDelimiterRow(_ line: Line) -> Bool { alignments(line) != nil }

    /// One for each cell of `| --- | :-: |`; nil if the line is no delimiter row.
    static func alignments(_ line: Line) -> [Block.Table.Alignment]? {
        let row = line.trimmedFront.trimmed
        guard line.indent < 4, row.contains("|") || row.contains(":"),
            row.allSatisfy({ $0 == "|" || $0 == "-" || $0 == ":" || $0.isSpaceOrTab })
        else { return nil }
        var alignments: [Block.Table.Alignment] = []
        let inner = row.dropFirst(row.first == "|" ? 1 : 0)
        let cells = (inner.last == "|" ? inner.dropLast() : inner).split(
            separator: "|",
            omittingEmptySubsequences: false
        )
        for cell in cells.map(\.trimmed) {
            let (left, right) = (cell.first == ":", cell.last == ":")
            let dashes = cell.drop { $0 == ":" }.prefix { $0 == "-" }
            guard !dashes.isEmpty, dashes.count + (left ? 1 : 0) + (right ? 1 : 0) == cell.count else { return nil }
            alignments.append(left ? (right ? .center : .left) : (right ? .right : .none))
        }
        return alignments
    }
}
