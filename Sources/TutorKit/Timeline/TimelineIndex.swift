/// A timeline's lanes and scopes by their numbers.
struct TimelineIndex {
    private let lanes: [Int: Timeline.Lane]
    private let scopes: [Int: Timeline.Scope]
    private let timeoutsByOwner: [Int: [Timeline.Scope]]

    init(_ timeline: Timeline) {
        lanes = Dictionary(timeline.lanes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        scopes = Dictionary(timeline.scopes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        timeoutsByOwner = Dictionary(grouping: timeline.scopes.filter { $0.kind == .timeout }, by: \.owner)
    }

    func lane(_ id: Int) -> Timeline.Lane? { lanes[id] }

    func scope(_ id: Int) -> Timeline.Scope? { scopes[id] }

    func timeouts(of task: Int) -> [Timeline.Scope] { timeoutsByOwner[task] ?? [] }

    /// "fetch-A"; "task 7" for one that is not in the trace.
    func name(_ id: Int) -> String { lane(id)?.shownName ?? "task \(id)" }
}
