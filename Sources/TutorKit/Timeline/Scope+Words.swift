import ConcurrencyKit

extension Timeline.Scope {
    /// "timeout 250ms", "group", "shield".
    func shownName(_ time: TimelineTime) -> String {
        guard kind == .timeout, let length else { return kind.rawValue }
        return "timeout \(time.inWords(length).replacing(" ", with: ""))"
    }

    /// From its opening to its deadline, in nanoseconds; never negative.
    var length: Int64? {
        guard let deadline else { return nil }
        let (difference, overflow) = deadline.subtractingReportingOverflow(opened.time)
        return overflow ? (deadline < 0 ? 0 : .max) : max(0, difference)
    }
}

/// How a scope ended, as far as a trace tells: a trace says when a scope closed, not why.
struct ScopeEnd: Equatable {
    let scope: Timeline.Scope
    /// When a timeout's time ran out, and its task was asked to cancel.
    let expired: Timeline.Moment?
    /// The task that a shield let go on after the shield itself was given up.
    let letGo: Timeline.Lane?

    init(_ scope: Timeline.Scope, of timeline: TimelineIndex) {
        self.scope = scope
        expired = ScopeEnd.expiry(of: scope, timeline)
        letGo = ScopeEnd.survivor(of: scope, timeline)
    }

    /// "in time", "expired +150", "let go", "closed", "open". The number is the time from the end of the time limit to the end
    /// of the block, in milliseconds.
    func words(_ time: TimelineTime) -> String {
        guard let closed = scope.closed else { return expired == nil ? "open" : "expired, open" }
        if let expired {
            let late = closed.time - expired.time
            return late > 0 ? "expired +\(time.milliseconds(late))" : "expired"
        }
        if letGo != nil { return "let go" }
        return scope.kind == .timeout && scope.deadline != nil ? "in time" : "closed"
    }

    /// The timer of a timeout asks its task to cancel, and is no task itself. The deadline may have been moved; what happens
    /// at the deadline of another timeout around the same task is that one's.
    private static func expiry(of scope: Timeline.Scope, _ timeline: TimelineIndex) -> Timeline.Moment? {
        guard scope.kind == .timeout, let deadline = scope.deadline, let owner = timeline.lane(scope.owner) else {
            return nil
        }
        return owner.cancelRequests.first { request in
            guard request.by == nil, request.moment > scope.opened, request.moment.time >= deadline else {
                return false
            }
            guard scope.closed.map({ request.moment < $0 }) ?? true else { return false }
            return request.moment.time == deadline
                || !timeline.timeouts(of: scope.owner).contains { $0.deadline == request.moment.time }
        }?.moment
    }

    private static func survivor(of scope: Timeline.Scope, _ timeline: TimelineIndex) -> Timeline.Lane? {
        guard scope.kind == .shield, let closed = scope.closed, let member = scope.members.first,
            let lane = timeline.lane(member)
        else { return nil }
        return lane.end.map { $0.moment > closed } ?? true ? lane : nil
    }
}
