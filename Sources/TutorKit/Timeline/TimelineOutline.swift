import ConcurrencyKit

/// The tree at the left of a drawing: the tasks, and between them the scopes that deserve a line of their own.
///
/// A timeout and a shield have one. A group has one where the tree alone would not say which tasks are its own: where its
/// task has other children too. What a task makes inside of a timeout stands below that timeout.
struct TimelineOutline {
    let rows: [Row]

    struct Row: Equatable {
        let subject: Subject
        /// 0 for main.
        let depth: Int
        /// No later sibling.
        let isLast: Bool
        /// Indices of the rows directly below it in the tree.
        let children: [Int]
    }

    enum Subject: Equatable {
        case task(Timeline.Lane)
        case scope(ScopeEnd)
    }

    init(_ timeline: Timeline) {
        let tree = Tree(timeline)
        rows = tree.rows()
    }
}

extension TimelineOutline {
    /// Builds the tree: what comes into being is put below what is there then.
    private struct Tree {
        private var nodes: [(subject: Subject, children: [Int])] = []
        private var roots: [Int] = []
        private var nodeOfTask: [Int: Int] = [:]
        private var nodeOfScope: [Int: Int] = [:]
        /// The timeouts that each task is in, with their nodes.
        private var timeouts: [Int: [(scope: Timeline.Scope, node: Int)]] = [:]

        private enum Item {
            case task(Timeline.Lane)
            case scope(Timeline.Scope)

            var moment: Timeline.Moment {
                switch self {
                case .task(let lane): lane.created
                case .scope(let scope): scope.opened
                }
            }
        }

        init(_ timeline: Timeline) {
            let index = TimelineIndex(timeline)
            let scopes = Tree.scopesWithRows(timeline)
            let items = (timeline.lanes.map(Item.task) + scopes.map(Item.scope)).enumerated()
            // A parent comes before its child, also in a trace whose moments are all the same.
            for (_, item) in items.sorted(by: { ($0.element.moment, $0.offset) < ($1.element.moment, $1.offset) }) {
                switch item {
                case .task(let lane):
                    let own = lane.scope.flatMap { nodeOfScope[$0] }
                    let node = add(.task(lane), below: own ?? parent(of: lane.parent, at: lane.created))
                    nodeOfTask[lane.id] = node
                case .scope(let scope):
                    let parent = parent(of: scope.owner, at: scope.opened)
                    let node = add(.scope(ScopeEnd(scope, of: index)), below: parent)
                    if scope.kind == .group { nodeOfScope[scope.id] = node }
                    if scope.kind == .timeout { timeouts[scope.owner, default: []].append((scope, node)) }
                }
            }
        }

        private mutating func add(_ subject: Subject, below parent: Int?) -> Int {
            nodes.append((subject, []))
            if let parent { nodes[parent].children.append(nodes.count - 1) } else { roots.append(nodes.count - 1) }
            return nodes.count - 1
        }

        /// The innermost timeout that the task is in, else the task.
        private mutating func parent(of task: Int?, at moment: Timeline.Moment) -> Int? {
            guard let task else { return nil }
            while let last = timeouts[task]?.last, let closed = last.scope.closed, closed < moment {
                timeouts[task]?.removeLast()
            }
            return timeouts[task]?.last?.node ?? nodeOfTask[task]
        }

        private static func scopesWithRows(_ timeline: Timeline) -> [Timeline.Scope] {
            let tasks = Set(timeline.lanes.map(\.id))
            let children = timeline.lanes.reduce(into: [:]) { $0[$1.parent ?? 0, default: 0] += 1 }
            let members = timeline.lanes.reduce(into: [:]) { $0[$1.scope ?? 0, default: 0] += 1 }
            return timeline.scopes.filter { scope in
                guard tasks.contains(scope.owner) else { return false }
                return switch scope.kind {
                case .timeout, .shield: true
                case .group: children[scope.owner, default: 0] > members[scope.id, default: 0]
                case .gather, .wait: false
                }
            }
        }

        /// Depth first, by a stack of its own: a hostile trace may be a million deep.
        func rows() -> [Row] {
            var order: [(node: Int, depth: Int, isLast: Bool)] = []
            var stack = roots.reversed().map { (node: $0, depth: 0, isLast: $0 == roots.last) }
            while let next = stack.popLast() {
                order.append(next)
                let children = nodes[next.node].children
                stack += children.reversed().map { ($0, next.depth + 1, $0 == children.last) }
            }
            var place = Array(repeating: 0, count: nodes.count)
            for (row, entry) in order.enumerated() { place[entry.node] = row }
            return order.map { entry in
                Row(
                    subject: nodes[entry.node].subject,
                    depth: entry.depth,
                    isLast: entry.isLast,
                    children: nodes[entry.node].children.map { place[$0] }
                )
            }
        }
    }
}

extension TimelineOutline.Row {
    var task: Timeline.Lane? {
        if case .task(let lane) = subject { lane } else { nil }
    }

    /// On one line, safe to show.
    func shownName(_ time: TimelineTime) -> String {
        switch subject {
        case .task(let lane): lane.shownName
        case .scope(let end): end.scope.shownName(time)
        }
    }

    func outcomeWords(_ time: TimelineTime) -> String {
        switch subject {
        case .task(let lane): lane.outcomeWords(time)
        case .scope(let end): end.words(time)
        }
    }
}
