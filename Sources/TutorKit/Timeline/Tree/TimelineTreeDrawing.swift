/// A ``TimelineTree`` in text, one line a task.
public struct TimelineTreeDrawing: Sendable {
    private let tree: TimelineTree
    private let width: Int
    private let glyphs: TimelineGlyphs
    private let showsAll: Bool

    /// - Parameter width: of the terminal, in columns; 20 to 120 are used.
    public init(_ tree: TimelineTree, width: Int = 80, glyphs: TimelineGlyphs = .ascii, all: Bool = false) {
        self.tree = tree
        self.width = min(max(width, 20), 120)
        self.glyphs = glyphs
        showsAll = all
    }

    /// Lines, each closed by a newline, none of them wider than the width, without any colour.
    public var text: String { styled.plain }

    public var styled: StyledText {
        let timeline = tree.timeline
        guard !timeline.lanes.isEmpty else { return StyledText([StyledLine("No task ran.")]) }
        let present = timeline.lanes.filter { $0.created <= tree.moment }
        let shown = showsAll ? present[...] : present.prefix(TimelineTreeDrawing.limit)
        let index = TimelineIndex(timeline)
        let labels = labels(present).prefix(shown.count)
        let widthOfLabels = min(labels.map(Width.of).max() ?? 0, width / 2)
        var lines = [StyledLine(Columns.cutAtEnd(tree.place, to: width))]
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
        let deadlock = tree.deadlock(index).map { Wrapping(width: width).plain($0) } ?? []
        return StyledText(lines + deadlock.map { StyledLine(Columns.cutAtEnd($0, to: width), .threw) })
    }

    static let limit = 40

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
        let shape = glyphs.branches
        // Later siblings may not be there yet.
        let last = lanes.reduce(into: [:]) { $0[$1.parent ?? 0] = $1.id }
        return lanes.prefix(showsAll ? lanes.count : TimelineTreeDrawing.limit).map { lane in
            isLast.removeLast(max(0, isLast.count - lane.depth))
            let room = 6
            let levels = isLast.dropFirst().suffix(room).map { $0 ? "   " : "\(shape.past) " }
            let cut = isLast.count - 1 > room ? ".. " : ""
            let own = lane.depth == 0 ? "" : glyphs.child(isLast: last[lane.parent ?? 0] == lane.id)
            isLast.append(last[lane.parent ?? 0] == lane.id)
            return cut + levels.joined() + own + lane.shownName
        }
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
