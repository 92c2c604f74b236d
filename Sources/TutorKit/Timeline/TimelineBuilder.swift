import ConcurrencyKit

/// Reads a trace, one event after another, into a ``Timeline``.
struct TimelineBuilder {
    private var tasks: [TaskRecord] = []
    private var indexOfTask: [Int: Int] = [:]
    private var scopes: [ScopeRecord] = []
    private var indexOfScope: [Int: Int] = [:]
    private var notes: [Timeline.Note] = []
    private var now = Timeline.Moment(time: 0, seq: 0)

    /// 36 years. Far enough from the largest number that a picture's axis may go on beyond the last event.
    private static let latest: Int64 = 1 << 60

    private struct TaskRecord {
        let id: Int
        var name: String
        let parent: Int?
        let scope: Int?
        let created: Timeline.Moment
        let location: SourceLocation?
        var segments: [Timeline.Segment] = []
        var requests: [Timeline.CancelRequest] = []
        var end: Timeline.End?
        var current: (state: Timeline.Segment.State, begin: Timeline.Moment, location: SourceLocation?)
        var children: [Int] = []

        mutating func enter(
            _ state: Timeline.Segment.State,
            at moment: Timeline.Moment,
            _ location: SourceLocation? = nil
        ) {
            leave(at: moment)
            current = (state, moment, location)
        }

        mutating func leave(at moment: Timeline.Moment) {
            segments.append(
                Timeline.Segment(
                    state: current.state,
                    begin: current.begin,
                    end: moment,
                    location: current.location
                )
            )
        }
    }

    private struct ScopeRecord {
        let id: Int
        let kind: TraceEvent.Scope
        let owner: Int
        var members: [Int]
        let deadline: Int64?
        let opened: Timeline.Moment
        var closed: Timeline.Moment?
        let location: SourceLocation?
    }

    mutating func add(_ event: TraceEvent) {
        // Time does not run backwards, whatever a file says: every length is then zero or more.
        now = Timeline.Moment(
            time: max(now.time, min(event.time, TimelineBuilder.latest)),
            seq: max(now.seq, event.seq)
        )
        let moment = now
        switch event.kind {
        case .created(let name, let parent, let scope):
            create(event.task, name: name, parent: parent, scope: scope, at: event.location)
        case .renamed(let name):
            update(event.task) { $0.name = name }
        case .ready:
            update(event.task) { $0.enter(.ready, at: moment) }
        case .started, .resumed:
            update(event.task) { $0.enter(.running, at: moment) }
        case .suspended(let wait):
            update(event.task) { $0.enter(.waiting(wait), at: moment, event.location) }
        case .cancelRequested(let by, let message):
            update(event.task) {
                $0.requests.append(Timeline.CancelRequest(moment: moment, by: by, message: message))
            }
        case .finished(let outcome):
            update(event.task) {
                $0.leave(at: moment)
                $0.end = Timeline.End(moment: moment, outcome: outcome)
            }
        case .scopeOpened(let id, let kind, let members, let deadline):
            guard indexOfScope[id] == nil else { return }
            indexOfScope[id] = scopes.count
            scopes.append(
                ScopeRecord(
                    id: id,
                    kind: kind,
                    owner: event.task,
                    members: members,
                    deadline: deadline,
                    opened: moment,
                    location: event.location
                )
            )
        case .scopeClosed(let id):
            if let index = indexOfScope[id], scopes[index].closed == nil { scopes[index].closed = moment }
        case .note(let kind, let text):
            notes.append(Timeline.Note(moment: moment, task: event.task, kind: kind, text: text))
        }
    }

    consuming func timeline(clock: Timeline.Clock) -> Timeline {
        for index in tasks.indices where tasks[index].end == nil { tasks[index].leave(at: now) }
        let scopes = joinedScopes()
        return Timeline(clock: clock, lanes: lanes(joins: joins(scopes)), scopes: scopes, notes: notes, end: now)
    }

    /// A parent must be there before its child: so no task is its own ancestor.
    private mutating func create(_ id: Int, name: String, parent: Int?, scope: Int?, at location: SourceLocation?) {
        guard id > 0, indexOfTask[id] == nil else { return }
        let parentIndex = parent.flatMap { indexOfTask[$0] }
        let index = tasks.count
        indexOfTask[id] = index
        tasks.append(
            TaskRecord(
                id: id,
                name: name,
                parent: parentIndex == nil ? nil : parent,
                scope: scope,
                created: now,
                location: location,
                current: (.ready, now, nil)
            )
        )
        if let parentIndex { tasks[parentIndex].children.append(index) }
    }

    /// Nothing happens to a task that ended. One whose creation is not in the trace begins where it is first seen.
    private mutating func update(_ id: Int, _ change: (inout TaskRecord) -> Void) {
        guard id > 0 else { return }
        if indexOfTask[id] == nil { create(id, name: "Task-\(id)", parent: nil, scope: nil, at: nil) }
        guard let index = indexOfTask[id], tasks[index].end == nil else { return }
        change(&tasks[index])
    }

    /// With the tasks that were made for a scope after it was opened, as a group's are.
    private func joinedScopes() -> [Timeline.Scope] {
        var late: [Int: [Int]] = [:]
        for task in tasks { if let scope = task.scope { late[scope, default: []].append(task.id) } }
        return scopes.map { scope in
            let known = Set(scope.members)
            return Timeline.Scope(
                id: scope.id,
                kind: scope.kind,
                owner: scope.owner,
                members: scope.members + late[scope.id, default: []].filter { !known.contains($0) },
                deadline: scope.deadline,
                opened: scope.opened,
                closed: scope.closed,
                location: scope.location
            )
        }
    }

    /// Which scope collects each task's result: the first that was still open when the task ended.
    private func joins(_ scopes: [Timeline.Scope]) -> [Int: Timeline.Join] {
        var joins: [Int: Timeline.Join] = [:]
        for scope in scopes where scope.kind.collectsResults {
            for member in scope.members where joins[member] == nil {
                guard let index = indexOfTask[member], let end = tasks[index].end else { continue }
                if let closed = scope.closed, closed < end.moment { continue }
                joins[member] = Timeline.Join(scope: scope.id, moment: scope.closed)
            }
        }
        return joins
    }

    /// The tree in depth-first order, by a stack of its own: a hostile trace may be a million deep.
    private func lanes(joins: [Int: Timeline.Join]) -> [Timeline.Lane] {
        var lanes: [Timeline.Lane] = []
        lanes.reserveCapacity(tasks.count)
        let roots = tasks.indices.filter { tasks[$0].parent == nil }
        var stack = roots.reversed().map { (index: $0, depth: 0, isLast: $0 == roots.last) }
        while let (index, depth, isLast) = stack.popLast() {
            let task = tasks[index]
            let isMain = index == 0 && task.parent == nil && task.name == "Task-\(task.id)"
            lanes.append(
                Timeline.Lane(
                    id: task.id,
                    name: isMain ? "main" : task.name,
                    parent: task.parent,
                    scope: task.scope,
                    depth: depth,
                    isLastSibling: isLast,
                    created: task.created,
                    location: task.location,
                    segments: task.segments,
                    cancelRequests: task.requests,
                    end: task.end,
                    join: joins[task.id]
                )
            )
            stack += task.children.reversed().map { ($0, depth + 1, $0 == task.children.last) }
        }
        return lanes
    }
}

extension TraceEvent.Scope {
    /// Whether somebody waits for the members and takes their results.
    var collectsResults: Bool {
        switch self {
        case .gather, .group, .wait: true
        case .timeout, .shield: false
        }
    }
}
