import ConcurrencyKit

/// The cells of one lane.
struct TimelineRow {
    private(set) var cells: [TimelineGlyph?]
    /// A request to cancel that cannot be seen because the end falls into the same cell.
    private(set) var hiddenRequest: (glyph: TimelineGlyph, time: Int64)?

    init(_ lane: Timeline.Lane, on axis: TimelineAxis, until end: Timeline.Moment) {
        cells = Array(repeating: nil, count: axis.cells)
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

    func text(_ glyphs: TimelineGlyphs) -> String {
        String(cells.map { $0.map(glyphs.character) ?? " " })
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
    fileprivate var glyph: TimelineGlyph {
        switch self {
        case .ready: .ready
        case .running: .ran
        case .waiting: .waiting
        }
    }
}

extension TraceEvent.Outcome {
    fileprivate var glyph: TimelineGlyph {
        switch self {
        case .value: .returned
        case .error: .threw
        case .cancelled: .cancelled
        }
    }
}
