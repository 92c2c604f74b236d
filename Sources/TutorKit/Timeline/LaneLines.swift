import ConcurrencyKit

/// The axis, and a line for each row: its name, its cells, and how it ended.
struct LaneLines {
    private let timeline: Timeline
    private let fold: TimelineFold
    private let axis: TimelineAxis
    private let widths: Widths
    private let glyphs: TimelineGlyphs
    private let time: TimelineTime
    /// Nil for what is left out.
    private let rows: [TimelineRow?]

    struct Widths {
        let label: Int
        let outcome: Int
        /// Of the whole line.
        let line: Int

        static func full(_ width: Int, cells: Int) -> Widths {
            Widths(label: 18, outcome: width - 18 - cells - 1, line: width)
        }
    }

    init(_ timeline: Timeline, _ fold: TimelineFold, axis: TimelineAxis, widths: Widths, glyphs: TimelineGlyphs) {
        self.timeline = timeline
        self.fold = fold
        self.axis = axis
        self.widths = widths
        self.glyphs = glyphs
        time = TimelineTime(clock: timeline.clock)
        rows = fold.items.map { item in
            if case .row(let row) = item { TimelineRow(row, on: axis, until: timeline.end) } else { nil }
        }
    }

    /// The numbers, and the marks below them.
    var header: [StyledLine] {
        let deadlines = timeline.scopes.compactMap(\.deadline)
        let isNarrow = widths.label < 16
        return [
            line(isNarrow ? "ms" : timeline.clock.unitOfAxis, axis.numbers),
            line(isNarrow ? "cell \(axis.stepInWords)" : axis.scale, axis.marks(deadlines: deadlines, glyphs)),
        ]
    }

    private func line(_ label: String, _ cells: String) -> StyledLine {
        let label = Columns.padded(Columns.cutAtEnd(label, to: widths.label - 1), to: widths.label)
        return StyledLine(Columns.cutAtEnd(label + cells, to: widths.line)).trimmed
    }

    var lines: [StyledLine] {
        let labels = TimelineLabels(width: widths.label, glyphs: glyphs, time: time).labels(fold.items)
        return zip(labels, zip(rows, fold.items)).map { label, item in
            switch item {
            case (let cells?, .row(let row)):
                let outcome = Columns.cutAtEnd(row.outcomeWords(time), to: widths.outcome)
                let words = StyledSpan(outcome, row.task?.end?.outcome.glyph.style ?? [])
                return StyledLine([StyledSpan(label)] + cells.spans(glyphs) + [StyledSpan(" "), words]).trimmed
            case (_, .rest(let rest)):
                return StyledLine(Columns.cutAtEnd("\(label)... \(rest.words(time)) (timeline --all)", to: widths.line))
            case (nil, .row):
                return StyledLine(label)
            }
        }
    }

    /// What is in the drawing.
    var used: Set<TimelineGlyph> {
        var signs = Set(rows.lazy.compactMap { $0 }.flatMap(\.cells).compactMap { $0 })
        if timeline.scopes.contains(where: { $0.deadline.map(axis.isOnAxis) ?? false }) { signs.insert(.deadline) }
        return signs
    }

    /// Requests to cancel that share their cell with the end of the task.
    var hiddenRequests: [(name: String, glyph: TimelineGlyph, time: Int64)] {
        zip(rows, fold.items).compactMap { row, item in
            guard case .row(let shown) = item, let hidden = row?.hiddenRequest else { return nil }
            return (shown.shownName(time), hidden.glyph, hidden.time)
        }
    }
}

extension Timeline.Clock {
    /// "virtual ms"
    var unitOfAxis: String { self == .virtual ? "virtual ms" : "real ms" }
}
