import ConcurrencyKit

/// The turns of a run, one after another: on one loop there is never more than one at a time.
struct TimelineSteps {
    let steps: [Step]

    /// One turn of one task.
    struct Step: Equatable {
        let task: Int
        let begin: Timeline.Moment
        /// When it was suspended or ended; the end of the trace if it was not.
        let end: Timeline.Moment
    }

    init(steps: [Step]) { self.steps = steps }

    init(_ timeline: Timeline) {
        let turns = timeline.lanes.flatMap { lane in
            lane.segments.filter { $0.state == .running }.map { Step(task: lane.id, begin: $0.begin, end: $0.end) }
        }
        steps = turns.sorted { ($0.begin, $0.task) < ($1.begin, $1.task) }
    }

    /// The index of the last step that had begun then; nil before the first.
    func last(at moment: Timeline.Moment) -> Int? {
        steps.lastInOrder { $0.begin <= moment }
    }

    /// The step in which something happens: the one that is running, else the next, else the last.
    func index(of moment: Timeline.Moment) -> Int? {
        guard !steps.isEmpty else { return nil }
        guard let last = last(at: moment) else { return 0 }
        return moment <= steps[last].end ? last : min(last + 1, steps.count - 1)
    }
}
