import ConcurrencyKit

/// The runs of neighbours in a tree that look alike: with the same kind of name, and the same below them.
struct FoldRuns {
    private let rows: [TimelineOutline.Row]
    /// For the first row of a run: the rows of the run.
    private var runs: [Int: [Int]] = [:]
    /// How many rows each row's subtree has, the row included.
    private let sizes: [Int]

    init(_ rows: [TimelineOutline.Row]) {
        self.rows = rows
        var sizes = Array(repeating: 1, count: rows.count)
        var shapes = Array(repeating: 0, count: rows.count)
        var known: [Shape: Int] = [:]
        // Children stand behind their parents, so backwards they come first.
        for index in rows.indices.reversed() {
            let children = rows[index].children
            sizes[index] += children.reduce(0) { $0 + sizes[$1] }
            let shape = Shape(stem: NameStem.of(rows[index]), children: children.map { shapes[$0] })
            shapes[index] = known[shape] ?? known.count + 1
            known[shape] = shapes[index]
        }
        self.sizes = sizes
        let roots = rows.indices.filter { rows[$0].depth == 0 }
        for siblings in [roots] + rows.map(\.children) { note(siblings, shapes) }
    }

    private struct Shape: Hashable {
        let stem: String
        let children: [Int]
    }

    private mutating func note(_ siblings: [Int], _ shapes: [Int]) {
        var rest = siblings[...]
        while let first = rest.first {
            let run = rest.prefix { shapes[$0] == shapes[first] }
            if run.count > 1 { runs[first] = Array(run) }
            rest = rest.dropFirst(run.count)
        }
    }

    /// The tree with at most so many of each run. One alone is never left out: a line for it would save nothing.
    ///
    /// - Parameter most: with more items than that, what comes after them does not matter.
    func items(keeping kept: Int, most: Int = .max) -> [TimelineFold.Item] {
        var items: [TimelineFold.Item] = []
        /// The first row that is left out of a run that has begun, with the rest of the run.
        var folds: [Int: ArraySlice<Int>] = [:]
        var index = 0
        while index < rows.count, items.count <= most {
            if let rest = folds[index], let last = rest.last {
                items.append(.rest(summary(of: rest)))
                index = last + sizes[last]
                continue
            }
            if let run = runs[index], run.count > kept + 1 { folds[run[kept]] = run[kept...] }
            items.append(.row(rows[index]))
            index += 1
        }
        return items
    }

    private func summary(of rest: ArraySlice<Int>) -> TimelineFold.Rest {
        let lanes = rest.flatMap { first in rows[first..<first + sizes[first]].compactMap(\.task) }
        let first = rest.first.map { rows[$0] }
        return TimelineFold.Rest(
            depth: first?.depth ?? 0,
            name: first.map(NameStem.of) ?? "tasks",
            siblings: rest.count,
            lanes: lanes
        )
    }

    /// How many of each run can be kept so that the lines are not more than `limit`; 1 if even that is too many.
    func mostThatFits(_ limit: Int) -> Int {
        (1...limit).last { items(keeping: $0, most: limit).count <= limit } ?? 1
    }
}
