/// A ``TaskTree`` in text, one line a task.
public struct TaskTreeDrawing: Sendable {
    private let tree: TaskTree
    private let width: Int
    private let style: TimelineStyle
    private let showsAll: Bool

    /// - Parameter width: of the terminal, in columns; 20 to 120 are used.
    public init(_ tree: TaskTree, width: Int = 80, style: TimelineStyle = .plain, all: Bool = false) {
        self.tree = tree
        self.width = min(max(width, 20), 120)
        self.style = style
        showsAll = all
    }

    /// Lines, each closed by a newline, none of them wider than the width, without any colour.
    public var text: String { styled.plain }

    public var styled: StyledText {
        let timeline = tree.timeline
        guard !timeline.lanes.isEmpty else { return StyledText([StyledLine("No task ran.")]) }
        let present = timeline.lanes.filter { $0.created <= tree.moment }
        let shown = showsAll ? present[...] : present.prefix(TaskTreeDrawing.limit)
        let index = TimelineIndex(timeline)
        let labels = labels(present).prefix(shown.count)
        let widthOfLabels = min(labels.map(Width.of).max() ?? 0, width / 2)
        var lines = [StyledLine(Columns.cutAtEnd(heading, to: width))]
        lines += zip(shown, labels).flatMap { lane, label in
            self.lines(
                lane,
                Columns.padded(Columns.cutInMiddle(label, to: widthOfLabels), to: widthOfLabels + 2),
                index
            )
        }
        if present.isEmpty { lines.append(StyledLine("no task is there yet")) }
        if present.count > shown.count {
            let rest = "... \(present.count - shown.count) more tasks (tree --all)"
            lines.append(StyledLine(Columns.cutAtEnd(rest, to: width)))
        }
        let words = StyledText((deadlock(index) ?? []).map { StyledLine($0, .threw) })
        return StyledText(lines + words.lines)
    }

    private static let limit = 40

    private var heading: String {
        let time = TimelineTime(clock: tree.timeline.clock)
        let place =
            switch tree.instant {
            case .end: "at the end, \(time.text(tree.timeline.end.time))"
            case .time(let instant): "at \(time.text(instant))"
            case .step: "at \(time.text(tree.moment.time))"
            }
        return "\(place), \(tree.steps == 0 ? "before the first step" : "after step \(tree.steps)")"
    }

    private func lines(_ lane: Timeline.Lane, _ label: String, _ index: TimelineIndex) -> [StyledLine] {
        let room = width - Width.of(label)
        let words = tree.words(of: lane, index)
        let style = lane.end.map { $0.moment <= tree.moment } ?? false ? lane.end?.outcome.glyph.style ?? [] : []
        let texts = Wrapping(width: room).plain(words).map { Columns.cutAtEnd($0, to: room) }
        return texts.enumerated().map { number, text in
            let blank = String(repeating: " ", count: Width.of(label))
            return StyledLine([StyledSpan(number == 0 ? label : blank), StyledSpan(text, style)]).trimmed
        }
    }

    /// "|- fetch-A"
    private func labels(_ lanes: [Timeline.Lane]) -> [String] {
        /// Whether the lane last seen at each depth has no later sibling.
        var isLast: [Bool] = []
        let shape = style.glyphs.branches
        // Later siblings may not be there yet.
        let last = lanes.reduce(into: [:]) { $0[$1.parent ?? 0] = $1.id }
        return lanes.prefix(showsAll ? lanes.count : TaskTreeDrawing.limit).map { lane in
            isLast.removeLast(max(0, isLast.count - lane.depth))
            let room = 6
            let levels = isLast.dropFirst().suffix(room).map { $0 ? "   " : "\(shape.past) " }
            let cut = isLast.count - 1 > room ? ".. " : ""
            let own = lane.depth == 0 ? "" : style.glyphs.child(isLast: last[lane.parent ?? 0] == lane.id)
            isLast.append(last[lane.parent ?? 0] == lane.id)
            return cut + levels.joined() + own + lane.shownName
        }
    }

    private func deadlock(_ index: TimelineIndex) -> [String]? {
        let cycle = tree.cycle
        guard cycle.isEmpty else {
            let names = cycle.map(index.name).joined(separator: " -> ")
            return wrapped("deadlock: \(names)")
        }
        let note = tree.timeline.notes.last { $0.kind == .deadlock && $0.moment <= tree.moment }
        return note.map { wrapped($0.sentence) }
    }

    private func wrapped(_ words: String) -> [String] {
        Wrapping(width: width).plain(words).map { Columns.cutAtEnd($0, to: width) }
    }
}

extension TimelineGlyphs {
    /// "|- ", "`- "
    func child(isLast: Bool) -> String {
        switch self {
        case .ascii: isLast ? "`- " : "|- "
        case .unicode: isLast ? "└─ " : "├─ "
        }
    }
}
