/// A ``TimelineTree`` in words: one task a line, without a drawing.
public struct TimelineTreeSentences: Sendable {
    private let tree: TimelineTree
    private let showsAll: Bool

    public init(_ tree: TimelineTree, all: Bool = false) {
        self.tree = tree
        showsAll = all
    }

    /// Lines, each closed by a newline.
    public var text: String {
        let index = TimelineIndex(tree.timeline)
        let present = tree.timeline.lanes.filter { $0.created <= tree.moment }
        let shown = showsAll ? present[...] : present.prefix(TimelineTreeDrawing.limit)
        var lines = ["Tasks \(tree.place)."]
        lines += shown.map { lane in
            let parent = lane.parent.map { ", child of \(index.name($0))" } ?? ""
            return "Task \(lane.shownName)\(parent): \(tree.words(of: lane, index))."
        }
        if present.count > shown.count { lines.append("And \(present.count - shown.count) more tasks.") }
        if let deadlock = tree.deadlock(index) { lines.append("\(deadlock).") }
        return (lines + ["End of tree."]).map { $0 + "\n" }.joined()
    }
}
