import ConcurrencyKit

/// A timeline where there is no room for lanes: one line a row, with its times in milliseconds.
///
///     main      0-200   threw NetError
///      fetch-A  0-150   cancelled
struct TimelineList {
    private let timeline: Timeline
    private let fold: TimelineFold
    private let width: Int
    private let glyphs: TimelineGlyphs
    private let time: TimelineTime

    init(_ timeline: Timeline, _ fold: TimelineFold, width: Int, glyphs: TimelineGlyphs) {
        self.timeline = timeline
        self.fold = fold
        self.width = width
        self.glyphs = glyphs
        time = TimelineTime(clock: timeline.clock)
    }

    var styled: StyledText {
        let remarks = TimelineRemarks(timeline, width: width, glyphs: glyphs)
        let lines = lines
        return StyledText(
            lines + [StyledLine()] + remarks.lines().map { StyledLine($0) } + remarks.totals()
        )
    }

    private var lines: [StyledLine] {
        let names = fold.items.map(name)
        let spans = fold.items.map(span)
        let widthOfSpans = min(spans.map(Width.of).max() ?? 0, width / 3)
        // The words at the end are never squeezed out by a long name.
        let widthOfNames = min(names.map(Width.of).max() ?? 0, max(4, (width - widthOfSpans - 4) / 2))
        let widthOfWords = width - widthOfNames - widthOfSpans - 4
        return zip(fold.items, zip(names, spans)).flatMap { item, texts in
            // How the others ended is not cut off.
            if case .rest(let rest) = item { return folded(rest) }
            let name = Columns.padded(Columns.cutInMiddle(texts.0, to: widthOfNames), to: widthOfNames + 2)
            let span = Columns.padded(Columns.cutInMiddle(texts.1, to: widthOfSpans), to: widthOfSpans + 2)
            let words = Columns.cutAtEnd(self.words(item), to: widthOfWords)
            return [StyledLine([StyledSpan(name + span), StyledSpan(words, styleOfWords(item))]).trimmed]
        }
    }

    private func folded(_ rest: TimelineFold.Rest) -> [StyledLine] {
        let indent = indent(rest.depth)
        let lines = Wrapping(width: width - Width.of(indent) - 4).plain(rest.words(time))
        return zip(0..., lines).map { StyledLine("\(indent)\($0 == 0 ? "..." : "   ") \($1)") }
    }

    private func indent(_ depth: Int) -> String { String(repeating: " ", count: min(depth, width / 8)) }

    private func name(_ item: TimelineFold.Item) -> String {
        guard case .row(let row) = item else { return "" }
        return indent(row.depth) + row.shownName(time)
    }

    private func span(_ item: TimelineFold.Item) -> String {
        guard case .row(let row) = item else { return "" }
        let (begin, end) = row.span(until: timeline.end.time)
        return "\(time.milliseconds(begin))-\(time.milliseconds(end))"
    }

    private func words(_ item: TimelineFold.Item) -> String {
        if case .row(let row) = item { row.outcomeWords(time) } else { "" }
    }

    private func styleOfWords(_ item: TimelineFold.Item) -> TextStyle {
        if case .row(let row) = item { row.task?.end?.outcome.glyph.style ?? [] } else { [] }
    }
}

extension TimelineOutline.Row {
    /// From its creation to its end, in nanoseconds.
    func span(until last: Int64) -> (begin: Int64, end: Int64) {
        switch subject {
        case .task(let lane): (lane.created.time, lane.end?.moment.time ?? last)
        case .scope(let end): (end.scope.opened.time, end.scope.closed?.time ?? last)
        }
    }
}
