import ConcurrencyKit

/// Who waits for whom at one instant of a run.
///
///     at 150 ms, after step 6
///     main        waiting for 3 children (gather, line 12)
///     |- fetch-A  asked to cancel (because fetch-B threw), waiting in sleep until 200 ms
///     |- fetch-B  threw NetError
///     `- fetch-C  returned 3
public struct TimelineTree: Sendable {
    let timeline: Timeline
    let instant: Instant
    /// What has happened when the picture is taken.
    let moment: Timeline.Moment
    /// How many steps have been begun.
    let steps: Int

    /// When the picture is taken.
    public enum Instant: Sendable, Equatable {
        /// After the last event: of a program that hangs, the deadlock.
        case end
        /// In nanoseconds: after all that happened up to then.
        case time(Int64)
        /// After this step of the scheduler, from 1.
        case step(Int)
    }

    public init(_ timeline: Timeline, at instant: Instant = .end) {
        self.timeline = timeline
        self.instant = instant
        let steps = TimelineSteps(timeline)
        switch instant {
        case .end: moment = Timeline.Moment(time: timeline.end.time, seq: .max)
        case .time(let time): moment = Timeline.Moment(time: time, seq: .max)
        case .step(let number):
            let index = min(max(number, 1), max(steps.steps.count, 1)) - 1
            moment = steps.steps.dropFirst(index).first?.end ?? timeline.end
        }
        self.steps = steps.last(at: moment).map { $0 + 1 } ?? 0
    }

    /// The tasks that wait for one another in a circle, from the one with the lowest number to itself again; empty if none
    /// do.
    var cycle: [Int] {
        let index = TimelineIndex(timeline)
        var waitsFor: [Int: [Int]] = [:]
        for lane in timeline.lanes {
            switch state(of: lane) {
            case .waiting(.task(let other)): waitsFor[lane.id] = [other]
            case .waiting(.scope(let id)):
                let members = index.scope(id)?.members ?? []
                waitsFor[lane.id] = members.filter { index.lane($0).map { state(of: $0) != nil } ?? false }
            default: break
            }
        }
        return WaitGraph(waitsFor).cycle
    }

    /// Nil if the task is not there yet, or has ended.
    func state(of lane: Timeline.Lane) -> Timeline.Segment.State? {
        guard lane.created <= moment, lane.end.map({ $0.moment > moment }) ?? true else { return nil }
        return lane.segments.lastInOrder { $0.begin <= moment }.map { lane.segments[$0].state }
    }

    /// The segment that it is in.
    func segment(of lane: Timeline.Lane) -> Timeline.Segment? {
        lane.segments.lastInOrder { $0.begin <= moment }.map { lane.segments[$0] }
    }
}
