import ConcurrencyKit

/// The turns of a run in words: one step a line.
///
///     Step 5, at 100 ms: fetch-C ran and returned 3.
public struct StepSentences: Sendable {
    private let timeline: Timeline
    private let time: TimelineTime
    private let showsAll: Bool

    public init(_ timeline: Timeline, all: Bool = false) {
        self.timeline = timeline
        time = TimelineTime(clock: timeline.clock)
        showsAll = all
    }

    /// Lines, each closed by a newline.
    public var text: String {
        let steps = TimelineSteps(timeline).steps
        guard !steps.isEmpty else { return "No task ran.\nEnd of steps.\n" }
        let index = TimelineIndex(timeline)
        let shown = showsAll ? steps[...] : steps.prefix(StepSentences.limit)
        var lines = ["\(steps.count) steps, \(time.text(timeline.total))."]
        lines += shown.enumerated().map { number, step in
            let lane = index.lane(step.task)
            let words =
                lane.flatMap { end(of: $0, in: step) } ?? lane.flatMap { wait(of: $0, after: step, index) } ?? ""
            return "Step \(number + 1), at \(time.text(step.begin.time)): \(index.name(step.task)) ran\(words)."
        }
        if steps.count > shown.count { lines.append("And \(steps.count - shown.count) more steps.") }
        return (lines + ["End of steps."]).map { $0 + "\n" }.joined()
    }

    private static let limit = 100

    private func end(of lane: Timeline.Lane, in step: TimelineSteps.Step) -> String? {
        guard let end = lane.end, end.moment == step.end else { return nil }
        guard case .cancelled = end.outcome else { return " and \(lane.outcomeWords(time))" }
        guard let request = lane.cancelRequests.first, request.moment.time < end.moment.time else {
            return " and ended cancelled"
        }
        return " and ended cancelled, \(time.text(end.moment.time - request.moment.time)) after it was asked to"
    }

    private func wait(of lane: Timeline.Lane, after step: TimelineSteps.Step, _ index: TimelineIndex) -> String? {
        guard let place = lane.segments.lastInOrder(where: { $0.begin <= step.end }) else { return nil }
        guard case .waiting(let wait) = lane.segments[place].state else { return nil }
        switch wait {
        case .sleep(let until): return until == .max ? ", then slept" : ", then slept until \(time.text(until))"
        case .turn: return ", then let others have a turn"
        case .task(let id): return ", then waited for \(index.name(id))"
        case .scope(let id): return ", then waited for its \(index.scope(id)?.kind.rawValue ?? "scope")"
        case .future: return ", then waited for a future"
        case .thread: return ", then waited for a thread"
        case .native: return ", then left the loop"
        }
    }
}
