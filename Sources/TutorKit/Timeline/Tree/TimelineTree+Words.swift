import ConcurrencyKit

extension TimelineTree {
    /// "at 150 ms, after step 6"
    var place: String {
        let time = TimelineTime(clock: timeline.clock)
        let when =
            switch instant {
            case .end: "at the end, \(time.text(timeline.end.time))"
            case .time(let instant): "at \(time.text(instant))"
            case .step: "at \(time.text(moment.time))"
            }
        return "\(when), \(steps == 0 ? "before the first step" : "after step \(steps)")"
    }

    /// "deadlock: Task-2 -> Task-3 -> Task-2"; nil if there is none.
    func deadlock(_ index: TimelineIndex) -> String? {
        let cycle = cycle
        if !cycle.isEmpty { return "deadlock: \(cycle.map(index.name).joined(separator: " -> "))" }
        return timeline.notes.last { $0.kind == .deadlock && $0.moment <= moment }?.sentence
    }

    /// "asked to cancel (because fetch-B threw), waiting in sleep until 200 ms"
    func words(of lane: Timeline.Lane, _ index: TimelineIndex) -> String {
        let time = TimelineTime(clock: timeline.clock)
        let request = lane.cancelRequests.last { $0.moment <= moment }
        if let end = lane.end, end.moment <= moment {
            let words = lane.outcomeWords(time)
            guard let join = lane.join, join.moment.map({ $0 > moment }) ?? true else { return words }
            return "\(words), held for \(index.scope(join.scope).map { "the \($0.kind.rawValue)" } ?? "its parent")"
        }
        let state = stateInWords(lane, index, wasAsked: request != nil)
        guard let request else { return state }
        return "asked to cancel\(reason(request, of: lane, index)), \(state)"
    }

    private func stateInWords(_ lane: Timeline.Lane, _ index: TimelineIndex, wasAsked: Bool) -> String {
        let time = TimelineTime(clock: timeline.clock)
        guard let segment = segment(of: lane) else { return "not started" }
        let place = segment.location.map { "line \($0.line)" }
        switch segment.state {
        case .ready:
            return lane.segments.contains { $0.state == .running && $0.begin <= moment }
                ? "ready to go on" : "not started"
        case .running: return "running"
        case .waiting(.sleep(let until)):
            let limit = until == .max ? "for ever" : "until \(time.text(until))"
            let verb = wasAsked && isTidyingUp(segment, of: lane) ? "tidying up" : "waiting in sleep"
            return "\(verb) \(limit)" + brackets([place])
        case .waiting(.turn): return "waiting for its turn"
        case .waiting(.task(let other)): return "waiting for \(index.name(other))" + brackets([place])
        case .waiting(.future(let number)): return "waiting for future \(number)" + brackets([place])
        case .waiting(.thread): return "waiting for a thread" + brackets([place])
        case .waiting(.native): return "waiting outside the loop" + brackets([place])
        case .waiting(.scope(let id)):
            guard let scope = index.scope(id) else { return "waiting for other tasks" + brackets([place]) }
            let unfinished = scope.members.filter { member in
                index.lane(member).map { $0.created <= moment && ($0.end.map { $0.moment > moment } ?? true) } ?? false
            }
            let kind = scope.kind.rawValue
            let count = unfinished.count
            let children = count == 1 ? "1 child" : "\(count) children"
            return "waiting for \(count == 0 ? "the \(kind)" : children)" + brackets([count == 0 ? nil : kind, place])
        }
    }

    /// A wait that was begun after the task was asked to cancel.
    private func isTidyingUp(_ segment: Timeline.Segment, of lane: Timeline.Lane) -> Bool {
        lane.cancelRequests.contains { $0.moment <= segment.begin }
    }

    private func brackets(_ parts: [String?]) -> String {
        let parts = parts.compactMap { $0 }
        return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    }

    /// " (because fetch-B threw)", " (by main)", " (because its 250 ms are over)"
    private func reason(_ request: Timeline.CancelRequest, of lane: Timeline.Lane, _ index: TimelineIndex) -> String {
        if let culprit = failedSibling(before: request, of: lane, index) { return " (because \(culprit) threw)" }
        if let by = request.by, by != lane.id { return " (by \(index.name(by)))" }
        if request.by == lane.id { return " (by itself)" }
        let timeout = index.timeouts(of: lane.id).last { ScopeEnd($0, of: index).expired == request.moment }
        guard let timeout, let length = timeout.length else { return "" }
        return " (because its \(TimelineTime(clock: timeline.clock).text(length)) are over)"
    }

    /// In a group, the child that threw is why the others are asked.
    private func failedSibling(
        before request: Timeline.CancelRequest,
        of lane: Timeline.Lane,
        _ index: TimelineIndex
    ) -> String? {
        guard let scope = lane.scope.flatMap(index.scope), scope.kind == .group else { return nil }
        let threw = scope.members.compactMap(index.lane).filter { sibling in
            guard case .error? = sibling.end?.outcome, let end = sibling.end else { return false }
            return end.moment.time == request.moment.time && end.moment < request.moment
        }
        return threw.max { $0.end?.moment ?? request.moment < $1.end?.moment ?? request.moment }?.shownName
    }
}
