import ConcurrencyKit

/// The cells of one row.
struct TimelineRow {
    private(set) var cells: [TimelineGlyph?]
    /// A request to cancel that cannot be seen because the end falls into the same cell.
    private(set) var hiddenRequest: (glyph: TimelineGlyph, time: Int64)?
    private let axis: TimelineAxis

    init(_ row: TimelineOutline.Row, on axis: TimelineAxis, until end: Timeline.Moment) {
        self.axis = axis
        cells = Array(repeating: nil, count: axis.cells)
        switch row.subject {
        case .task(let lane): paint(lane, until: end)
        case .scope(let scope): paint(scope, until: end)
        }
    }

    /// Spans of cells that mean the same.
    func spans(_ glyphs: TimelineGlyphs) -> [StyledSpan] {
        var spans: [StyledSpan] = []
        func add(_ character: Character, _ style: TextStyle) {
            if spans.last?.style == style {
                spans[spans.count - 1].text.append(character)
            } else {
                spans.append(StyledSpan(String(character), style))
            }
        }
        for (index, cell) in cells.enumerated() {
            if axis.breaks.contains(where: { $0 == index || $0 + 1 == index }) {
                add("/", [])
            } else {
                add(cell.map(glyphs.character) ?? " ", cell?.style ?? [])
            }
        }
        return spans
    }

    private mutating func paint(_ lane: Timeline.Lane, until end: Timeline.Moment) {
        for segment in lane.segments {
            paint(segment.state.glyph, from: axis.cell(at: segment.begin.time), to: axis.cell(at: segment.end.time))
        }
        for request in lane.cancelRequests { paint(.cancelRequested, at: axis.cell(at: request.moment.time)) }
        guard let laneEnd = lane.end else { return }

        let last = axis.cell(at: laneEnd.moment.time)
        if let request = lane.cancelRequests.last, axis.cell(at: request.moment.time) == last {
            hiddenRequest = (laneEnd.outcome.glyph, request.moment.time)
        }
        paint(laneEnd.outcome.glyph, at: last)
        if let join = lane.join {
            let joined = axis.cell(at: (join.moment ?? end).time)
            paint(.held, from: last + 1, to: joined)
            if join.moment != nil { paint(.joined, from: max(last + 1, joined), to: joined) }
        }
    }

    private mutating func paint(_ end: ScopeEnd, until last: Timeline.Moment) {
        let opened = axis.cell(at: end.scope.opened.time)
        paint(.waiting, from: opened, to: axis.cell(at: (end.scope.closed ?? last).time))
        paint(.opened, at: opened)
        if let expired = end.expired { paint(.cancelRequested, at: axis.cell(at: expired.time)) }
        if let closed = end.scope.closed { paint(.closed, at: axis.cell(at: closed.time)) }
    }

    private mutating func paint(_ glyph: TimelineGlyph, at cell: Int) {
        paint(glyph, from: cell, to: cell)
    }

    private mutating func paint(_ glyph: TimelineGlyph, from first: Int, to last: Int) {
        guard first <= last else { return }
        for cell in first...last where glyph.isSeenOver(cells[cell]) { cells[cell] = glyph }
    }
}

extension Timeline.Segment.State {
    var glyph: TimelineGlyph {
        switch self {
        case .ready: .ready
        case .running: .ran
        case .waiting: .waiting
        }
    }
}

extension TraceEvent.Outcome {
    var glyph: TimelineGlyph {
        switch self {
        case .value: .returned
        case .error: .threw
        case .cancelled: .cancelled
        }
    }
}
