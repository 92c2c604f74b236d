import LessonKit

/// A table as aligned columns; as a list where they do not fit.
struct TableText {
    let lines: [StyledLine]

    private static let gap = 2

    /// - Parameter isList: however wide the terminal is.
    init(_ table: Block.Table, width: Int, isList: Bool = false, _ notes: inout LinkNotes) {
        func cell(_ inlines: [Inline], _ style: TextStyle) -> StyledLine {
            let spans = InlineSpans.spans(inlines, style: style, &notes)
            let onOneLine = spans.map { StyledSpan(String($0.text.map { $0 == "\n" ? " " : $0 }), $0.style) }
            return StyledLine(onOneLine.filter { !$0.text.isEmpty })
        }
        let header = table.header.map { cell($0, .heading) }
        let rows = table.rows.map { $0.map { cell($0, []) } }
        var widths = header.map(\.width)
        for row in rows {
            for (column, cell) in row.enumerated() where column < widths.count {
                widths[column] = max(widths[column], cell.width)
            }
        }
        let total = widths.reduce(0, +) + TableText.gap * max(0, widths.count - 1)
        if widths.isEmpty {
            lines = []
        } else if total <= width, !isList {
            lines = TableText.columns(header, rows, widths, table.alignments)
        } else {
            lines = TableText.list(header, rows, width)
        }
    }

    private static func columns(
        _ header: [StyledLine],
        _ rows: [[StyledLine]],
        _ widths: [Int],
        _ alignments: [Block.Table.Alignment]
    ) -> [StyledLine] {
        func line(_ cells: [StyledLine]) -> StyledLine {
            var spans: [StyledSpan] = []
            var column = 0
            var end = 0
            for (index, cell) in cells.enumerated() where index < widths.count {
                let spare = widths[index] - cell.width
                let alignment = index < alignments.count ? alignments[index] : .none
                let left =
                    switch alignment {
                    case .none, .left: 0
                    case .center: spare / 2
                    case .right: spare
                    }
                if !cell.isEmpty {
                    // Spaces are written when something follows them, so that no line ends in one.
                    spans.append(StyledSpan(String(repeating: " ", count: column + left - end)))
                    spans += cell.spans
                    end = column + left + cell.width
                }
                column += widths[index] + gap
            }
            return StyledLine(spans.filter { !$0.text.isEmpty })
        }
        let rule = widths.map { StyledLine(String(repeating: "-", count: max($0, 1)), .mark) }
        return [line(header), line(rule)] + rows.map(line)
    }

    /// One item a row, its cells one below the other, each after the name of its column.
    private static func list(_ header: [StyledLine], _ rows: [[StyledLine]], _ width: Int) -> [StyledLine] {
        rows.flatMap { row in
            zip(header, row).enumerated().flatMap { index, pair in
                let (name, cell) = pair
                let label = name.isEmpty ? [] : name.spans + [StyledSpan(": ")]
                let lines = Wrapping(width: width - 2).lines(label + cell.spans)
                return lines.enumerated().map { line, text in
                    index == 0 && line == 0 ? StyledLine([StyledSpan("- ", .mark)] + text.spans) : text.indented(2)
                }
            }
        }
    }
}
