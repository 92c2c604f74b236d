import ConcurrencyKit

/// What of a timeline is shown, where there is more than a person reads: of many siblings of the same shape the first few,
/// and one line for the others.
///
///     fetch-0, fetch-1, … 96 more fetch-*: 96 returned, 40-350 ms
struct TimelineFold {
    /// In the order of the tree.
    let items: [Item]

    enum Item {
        case row(TimelineOutline.Row)
        case rest(Rest)
    }

    /// Siblings that are left out, with all that is below them.
    struct Rest {
        let depth: Int
        /// "fetch-*"; "tasks" where they have nothing in common.
        let name: String
        let siblings: Int
        /// Also those below the siblings.
        let lanes: [Timeline.Lane]

        /// "96 more fetch-*: 90 returned, 6 cancelled, 40-350 ms"
        func words(_ time: TimelineTime) -> String {
            let inside = lanes.count > siblings ? " (\(lanes.count) tasks)" : ""
            let first = lanes.map(\.created.time).min() ?? 0
            let last = lanes.compactMap { $0.segments.last?.end.time }.max() ?? first
            let span = "\(time.milliseconds(first))-\(time.text(last))"
            let counts = TimelineFold.counts(lanes).joined(separator: ", ")
            return "\(siblings) more \(name)\(inside): \(counts), \(span)"
        }
    }

    /// The most lines that a person reads.
    static let limit = 20

    init(_ outline: TimelineOutline, all: Bool = false) {
        let rows = outline.rows
        guard rows.count > TimelineFold.limit, !all else {
            items = rows.map(Item.row)
            return
        }
        let runs = FoldRuns(rows)
        items = TimelineFold.cut(runs.items(keeping: runs.mostThatFits(TimelineFold.limit)))
    }

    /// A tree of many different shapes: its beginning, and one line for the rest.
    private static func cut(_ items: [Item]) -> [Item] {
        guard items.count > limit else { return items }
        let rest = items.dropFirst(limit - 1).flatMap { item -> [Timeline.Lane] in
            switch item {
            case .row(let row): row.task.map { [$0] } ?? []
            case .rest(let rest): rest.lanes
            }
        }
        return items.prefix(limit - 1) + [.rest(Rest(depth: 1, name: "tasks", siblings: rest.count, lanes: rest))]
    }

    /// "2 returned", "1 threw"; what did not happen is not there.
    static func counts(_ lanes: some Sequence<Timeline.Lane>) -> [String] {
        var (returned, threw, cancelled, unfinished) = (0, 0, 0, 0)
        for lane in lanes {
            switch lane.end?.outcome {
            case .value: returned += 1
            case .error: threw += 1
            case .cancelled: cancelled += 1
            case nil: unfinished += 1
            }
        }
        let all = [(returned, "returned"), (threw, "threw"), (cancelled, "cancelled"), (unfinished, "unfinished")]
        return all.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    }
}
