import ConcurrencyKit

/// One block of a ``StepsDrawing``: the axis, and a line for each row.
struct StepLines {
    private let timeline: Timeline
    private let items: [TimelineFold.Item]
    private let block: Range<Int>
    private let columns: StepColumns
    private let glyphs: TimelineGlyphs
    private let time: TimelineTime
    private let cells: [[TimelineGlyph?]]

    init(
        _ timeline: Timeline,
        _ fold: TimelineFold,
        _ block: Range<Int>,
        _ columns: StepColumns,
        glyphs: TimelineGlyphs
    ) {
        self.timeline = timeline
        items = fold.items
        self.block = block
        self.columns = columns
        self.glyphs = glyphs
        time = TimelineTime(clock: timeline.clock)
        cells = fold.items.map { item in
            guard case .row(let row) = item else { return [] }
            var cells = StepCells(columns, block)
            switch row.subject {
            case .task(let lane): cells.paint(lane, until: timeline.end)
            case .scope(let end): cells.paint(end)
            }
            return cells.cells
        }
    }

    func header(label: Int) -> [String] {
        [
            Columns.padded("step", to: label) + columns.numbers(block),
            Columns.padded(Columns.cutAtEnd(timeline.clock.unitOfAxis, to: label - 1), to: label)
                + columns.times(block),
        ]
    }

    func lines(label: Int, outcome: Int, line: Int) -> [StyledLine] {
        let labels = TimelineLabels(width: label, glyphs: glyphs, time: time).labels(items)
        return zip(labels, zip(items, cells)).map { label, item in
            switch item.0 {
            case .row(let row):
                let words = Columns.cutAtEnd(row.outcomeWords(time), to: outcome)
                let spans = item.1.map { cell in
                    StyledSpan(String(cell.map(glyphs.character) ?? " "), cell?.style ?? [])
                }
                let end = StyledSpan(words, row.task?.end?.outcome.glyph.style ?? [])
                return StyledLine([StyledSpan(label)] + spans.joinedByStyle + [StyledSpan(" "), end]).trimmed
            case .rest(let rest):
                return StyledLine(
                    Columns.cutAtEnd("\(label)... \(rest.words(time)) (timeline --steps --all)", to: line)
                )
            }
        }
    }

    var used: Set<TimelineGlyph> { Set(cells.joined().compactMap { $0 }) }
}

extension [StyledSpan] {
    /// Neighbours of the same style as one span.
    var joinedByStyle: [StyledSpan] {
        reduce(into: []) { spans, span in
            if spans.last?.style == span.style {
                spans[spans.count - 1].text += span.text
            } else {
                spans.append(span)
            }
        }
    }
}
