import ConcurrencyKit

/// What is drawn: the axis, a row for each task and scope, the arrows between them, and the legend.
struct SVGBody {
    static let width = 720.0
    private static let left = 170.0
    private static let lanes = 360.0
    private static let top = 44.0
    private static let rowHeight = 26.0

    private let timeline: Timeline
    private let fold: TimelineFold
    private let axis: SVGAxis
    private let time: TimelineTime
    private let rowOfTask: [Int: Int]

    init(_ timeline: Timeline, all: Bool) {
        self.timeline = timeline
        fold = TimelineFold(TimelineOutline(timeline), all: all)
        axis = SVGAxis(timeline, left: SVGBody.left, width: SVGBody.lanes)
        time = TimelineTime(clock: timeline.clock)
        let pairs = fold.items.enumerated().compactMap { index, item -> (Int, Int)? in
            if case .row(let row) = item { row.task.map { ($0.id, index) } } else { nil }
        }
        rowOfTask = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    var height: Double { y(fold.items.count) + legend.height + 26 }

    var elements: [String] {
        guard !timeline.lanes.isEmpty else { return [SVGText.element(12, 28, Timeline.nothingToDraw)] }
        let rows = fold.items.enumerated().flatMap { index, item in self.row(item, y: y(index)) }
        return axisElements + rows + fold.items.enumerated().flatMap { requests($1, y: y($0)) } + foot
    }

    private func y(_ row: Int) -> Double { SVGBody.top + (Double(row) + 0.5) * SVGBody.rowHeight }

    // MARK: Axis

    private var axisElements: [String] {
        let bottom = SVGText.number(y(fold.items.count) - 8)
        let ticks = axis.ticks.flatMap { instant in
            let x = SVGText.number(axis.x(instant))
            return [
                SVGText.element(axis.x(instant) - 3, 14, TimelineTime.exact(instant)),
                #"<path class="axis" d="M\#(x) 26v8"/>"#,
            ]
        }
        let deadlines = timeline.scopes.compactMap(\.deadline).filter(axis.isOnAxis).map { instant in
            let x = SVGText.number(axis.x(instant))
            return
                #"<path class="limit" d="M\#(x) 34V\#(bottom)"/><path style="fill:var(--ink)" d="M\#(x) 33l-5 -8h10z"/>"#
        }
        return [SVGText.element(12, 14, timeline.clock.unitOfAxis)] + ticks
            + [SVGMarks.line("axis", axis.left, to: axis.left + axis.width, y: 34)] + Set(deadlines).sorted()
            + axis.breaks.map { SVGMarks.gap(x: $0, y: 34) }
    }

    // MARK: Rows

    private func row(_ item: TimelineFold.Item, y: Double) -> [String] {
        switch item {
        case .rest(let rest):
            return [SVGText.element(12 + Double(min(rest.depth, 6)) * 12, y, "… \(rest.words(time))")]
        case .row(let row):
            let indent = 12 + Double(min(row.depth, 6)) * 12
            let room = Int((SVGBody.left - indent - 12) / 8)
            let name = SVGText.element(indent, y, Columns.cutInMiddle(row.shownName(time), to: room))
            let words = Columns.cutAtEnd(row.outcomeWords(time), to: 20)
            let outcome = SVGText.element(
                SVGBody.left + SVGBody.lanes + 26,
                y,
                words,
                row.task?.end?.outcome.svgClass ?? ""
            )
            let marks =
                switch row.subject {
                case .task(let lane): self.marks(of: lane, y: y)
                case .scope(let end): self.marks(of: end, y: y)
                }
            return [name] + marks + axis.breaks.map { SVGMarks.gap(x: $0, y: y) } + [outcome]
        }
    }

    private func marks(of lane: Timeline.Lane, y: Double) -> [String] {
        var marks = Array(
            Set(
                lane.segments.filter { $0.duration > 0 && $0.state != .running }.map { segment in
                    let name = segment.state == .ready ? "ready" : "wait"
                    return SVGMarks.line(name, axis.x(segment.begin.time), to: axis.x(segment.end.time), y: y)
                }
            )
        ).sorted()
        var last = -Double.infinity
        for segment in lane.segments where segment.state == .running {
            let (x, end) = (axis.x(segment.begin.time), axis.x(segment.end.time))
            // Turns of the same instant are one bar.
            guard x > last || end > last else { continue }
            marks.append(SVGMarks.run(x, to: end, y: y))
            last = end
        }
        guard let end = lane.end else { return marks }
        let x = axis.x(end.moment.time)
        if let join = lane.join {
            let joined = axis.x((join.moment ?? timeline.end).time)
            if joined > x + 16 {
                marks.append(SVGMarks.line("held", x + 16, to: joined, y: y))
                if join.moment != nil { marks.append(SVGMarks.joined(x: joined, y: y)) }
            }
        }
        // Beside the bar of the last turn.
        return marks + [SVGMarks.end(end.outcome, x: x + 9, y: y)]
    }

    private func marks(of end: ScopeEnd, y: Double) -> [String] {
        let opened = axis.x(end.scope.opened.time)
        let closed = axis.x((end.scope.closed ?? timeline.end).time)
        return [SVGMarks.line("wait", opened, to: closed, y: y), SVGMarks.bracket(x: opened, y: y, opens: true)]
            + (end.scope.closed == nil ? [] : [SVGMarks.bracket(x: closed, y: y, opens: false)])
    }

    // MARK: Requests to cancel

    /// From the lane of the task that asked; from the axis if that was a timer or a callback.
    private func requests(_ item: TimelineFold.Item, y: Double) -> [String] {
        guard case .row(let row) = item, let lane = row.task else { return [] }
        return lane.cancelRequests.map { request in
            let asker = request.by.flatMap { $0 == lane.id ? nil : rowOfTask[$0] }
            let from = asker.map { self.y($0) } ?? y - SVGBody.rowHeight * 0.8
            return SVGMarks.request(x: axis.x(request.moment.time), from: from, to: y)
        }
    }

    private var foot: [String] {
        let top = y(fold.items.count)
        let totals = TimelineRemarks(timeline, width: 80, glyphs: .ascii).totals.joined(separator: "   ")
        return legend.elements(top: top) + [SVGText.element(12, top + legend.height + 4, totals)]
    }

    private var legend: SVGLegend { SVGLegend(timeline, fold.items, axis) }
}

extension TraceEvent.Outcome {
    fileprivate var svgClass: String {
        switch self {
        case .value: "ok"
        case .error: "err"
        case .cancelled: "cancel"
        }
    }
}
