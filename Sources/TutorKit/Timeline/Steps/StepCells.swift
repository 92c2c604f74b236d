import ConcurrencyKit

/// The cells of one row over some steps.
struct StepCells {
    private(set) var cells: [TimelineGlyph?] = []
    private let columns: StepColumns
    private let block: Range<Int>

    init(_ columns: StepColumns, _ block: Range<Int>) {
        self.columns = columns
        self.block = block
    }

    mutating func paint(_ lane: Timeline.Lane, until last: Timeline.Moment) {
        cells = block.flatMap { column(of: lane, $0, until: last) }
        for request in lane.cancelRequests { put(.cancelRequested, at: request.moment) }
    }

    /// From the step in which it was opened to the one in which it was closed.
    mutating func paint(_ end: ScopeEnd) {
        cells = block.flatMap { index -> [TimelineGlyph?] in
            let step = columns.steps[index]
            let isOpen = end.scope.opened <= step.end && end.scope.closed.map { $0 > step.begin } ?? true
            return Array(repeating: isOpen ? .waiting : nil, count: columns.width)
        }
        if let first = column(with: end.scope.opened) { cells[first.lowerBound] = .opened }
        if let expired = end.expired { put(.cancelRequested, at: expired) }
        if let closed = end.scope.closed, let column = column(with: closed) { cells[column.upperBound - 1] = .closed }
    }

    private func column(of lane: Timeline.Lane, _ index: Int, until last: Timeline.Moment) -> [TimelineGlyph?] {
        let step = columns.steps[index]
        let after = state(of: lane, at: step.end, until: last)
        guard step.task == lane.id else {
            let before = after == .joined ? .held : after
            return Array(repeating: before, count: columns.width - 1) + [after]
        }
        return Array(repeating: .ran, count: columns.width - 1) + [after ?? .ran]
    }

    /// How things stood for the task at the end of a step.
    private func state(of lane: Timeline.Lane, at moment: Timeline.Moment, until last: Timeline.Moment)
        -> TimelineGlyph?
    {
        guard lane.created <= moment else { return nil }
        if let end = lane.end, end.moment <= moment {
            if end.moment == moment { return end.outcome.glyph }
            guard let join = lane.join else { return nil }
            guard let joined = join.moment else { return .held }
            return joined <= moment ? joinedGlyph(joined, before: moment) : .held
        }
        // A turn that has begun and is not this step's is interrupted by this step: it goes on right after it.
        guard let index = lane.segments.lastInOrder(where: { $0.begin <= moment }) else { return .ready }
        let state = lane.segments[index].state
        return state == .running ? .ready : state.glyph
    }

    /// The parent takes the result in one step, and from then on there is nothing to see.
    private func joinedGlyph(_ joined: Timeline.Moment, before moment: Timeline.Moment) -> TimelineGlyph? {
        guard let index = TimelineSteps(steps: columns.steps).index(of: joined) else { return nil }
        return columns.steps[index].end == moment ? .joined : nil
    }

    private func column(with moment: Timeline.Moment) -> Range<Int>? {
        guard let index = TimelineSteps(steps: columns.steps).index(of: moment), block.contains(index) else {
            return nil
        }
        let first = (index - block.lowerBound) * columns.width
        return first..<first + columns.width
    }

    /// At the end of the step, where nothing more important is.
    private mutating func put(_ glyph: TimelineGlyph, at moment: Timeline.Moment) {
        guard let column = column(with: moment) else { return }
        let cell = column.upperBound - 1
        if glyph.isSeenOver(cells[cell]) { cells[cell] = glyph }
    }
}
