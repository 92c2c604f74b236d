/// The tree at the left of a drawing.
struct TimelineLabels {
    let width: Int
    let glyphs: TimelineGlyphs
    let time: TimelineTime

    /// Branches may take this much of the width; those of the deepest levels are shown.
    private var widthOfBranches: Int { width * 10 / 18 }

    /// One label an item, each exactly as wide as `width`; of what is left out, only the branches.
    func labels(_ items: [TimelineFold.Item]) -> [String] {
        /// Whether the row last seen at each depth has no later siblings.
        var isLast: [Bool] = []
        return items.map { item in
            switch item {
            case .rest(let rest):
                return levels(isLast.prefix(rest.depth)).joined() + "  "
            case .row(let row):
                isLast.removeLast(max(0, isLast.count - row.depth))
                let branches = branches(row, below: isLast)
                isLast.append(row.isLast)
                let name = Columns.cutInMiddle(row.shownName(time), to: width - 1 - Width.of(branches))
                return Columns.padded(branches + name, to: width)
            }
        }
    }

    private func branches(_ row: TimelineOutline.Row, below ancestors: [Bool]) -> String {
        guard row.depth > 0 else { return "" }
        return levels(ancestors[...]).joined() + (row.isLast ? glyphs.branches.last : glyphs.branches.child)
    }

    private func levels(_ ancestors: ArraySlice<Bool>) -> [String] {
        let shape = glyphs.branches
        let room = max(2, widthOfBranches / 2 - 1)
        let isCut = ancestors.count - 1 > room
        let shown = ancestors.dropFirst().suffix(isCut ? room - 1 : room).map { $0 ? shape.pastLast : shape.past }
        return isCut ? [".."] + shown : shown
    }
}
