/// The tree of tasks at the left of a drawing.
struct TimelineLabels {
    let width: Int
    let glyphs: TimelineGlyphs

    /// Branches may take this much of the width; those of the deepest levels are shown.
    private var widthOfBranches: Int { 10 }

    /// One label a lane, each exactly as wide as `width`.
    func labels(_ lanes: some Sequence<Timeline.Lane>) -> [String] {
        /// Whether the lane last seen at each depth has no later siblings.
        var isLast: [Bool] = []
        return lanes.map { lane in
            isLast.removeLast(max(0, isLast.count - lane.depth))
            let branches = branches(lane, below: isLast)
            isLast.append(lane.isLastSibling)
            let name = Columns.cutInMiddle(lane.shownName, to: width - 1 - Width.of(branches))
            return Columns.padded(branches + name, to: width)
        }
    }

    private func branches(_ lane: Timeline.Lane, below ancestors: [Bool]) -> String {
        guard lane.depth > 0 else { return "" }
        let shape = glyphs.branches
        let levels = ancestors.dropFirst().map { $0 ? shape.pastLast : shape.past }
        let own = lane.isLastSibling ? shape.last : shape.child
        let room = widthOfBranches / 2 - 1
        let shown = levels.count > room ? [".."] + levels.suffix(room - 1) : levels
        return shown.joined() + own
    }
}
