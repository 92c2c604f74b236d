import ConcurrencyKit

/// A timeline in words: one fact a line, no columns, no drawing, the most important first. Reads aloud as written.
///
///     Summary: 4 tasks, 350 ms virtual time, 650 ms sum of waits. 4 returned.
///     Outcome: main returned [1,2,3] at 350 ms.
public struct TimelineSentences: Sendable {
    private let timeline: Timeline
    private let time: TimelineTime
    private let fold: TimelineFold
    private let index: TimelineIndex

    /// - Parameter all: every task has its sentence, however many there are.
    public init(_ timeline: Timeline, all: Bool = false) {
        self.timeline = timeline
        time = TimelineTime(clock: timeline.clock)
        fold = TimelineFold(TimelineOutline(timeline), all: all)
        index = TimelineIndex(timeline)
    }

    /// Lines, each closed by a newline.
    public var text: String {
        guard !timeline.lanes.isEmpty else { return "Summary: no task ran.\nEnd of timeline.\n" }
        var lines = [summary] + outcome + causes + requests
        lines += timeline.notes.prefix(10).map { "Note at \(time.text($0.moment.time)): \($0.sentence)." }
        lines += fold.items.map { item in
            switch item {
            case .row(let row):
                switch row.subject {
                case .task(let lane): sentence(lane)
                case .scope(let end): ScopeSentence(end, index, time).text
                }
            case .rest(let rest): "And \(rest.words(time))."
            }
        }
        return (lines + ["End of timeline."]).map { $0 + "\n" }.joined()
    }

    private var summary: String {
        let tasks = timeline.lanes.count == 1 ? "1 task" : "\(timeline.lanes.count) tasks"
        let kind = timeline.clock == .virtual ? "virtual" : "real"
        let counts = TimelineFold.counts(timeline.lanes).joined(separator: ", ")
        return "Summary: \(tasks), \(time.text(timeline.total)) \(kind) time, "
            + "\(time.text(timeline.sumOfWaits)) sum of waits. \(counts)."
    }

    private var outcome: [String] {
        guard let main = timeline.lanes.first else { return [] }
        guard let end = main.end else { return ["Outcome: \(name(main.id)) did not finish."] }
        return ["Outcome: \(name(main.id)) \(ending(main)) at \(time.text(end.moment.time))."]
    }

    /// The first task but main that threw.
    private var firstError: (lane: Timeline.Lane, time: Int64)? {
        let threw = timeline.lanes.dropFirst().filter(\.threw)
        let ends = threw.compactMap { lane in lane.end.map { (lane: lane, moment: $0.moment) } }
        return ends.min { $0.moment < $1.moment }.map { ($0.lane, $0.moment.time) }
    }

    private var causes: [String] {
        guard let (lane, when) = firstError else { return [] }
        let word = timeline.lanes.first?.returned ?? false ? "Error" : "Cause"
        return ["\(word): \(name(lane.id)) \(ending(lane)) at \(time.text(when))."]
    }

    /// Who was asked to cancel, those of one instant in one sentence.
    private var requests: [String] {
        var asked: [(time: Int64, tasks: [Int])] = []
        let all = timeline.lanes.flatMap { lane in lane.cancelRequests.map { (moment: $0.moment, task: lane.id) } }
        for request in all.sorted(by: { $0.moment < $1.moment }) {
            if asked.last?.time == request.moment.time {
                asked[asked.count - 1].tasks.append(request.task)
            } else {
                asked.append((request.moment.time, [request.task]))
            }
        }
        let cause = firstError?.time
        return asked.prefix(10).map { request in
            let word = cause.map { $0 <= request.time } ?? false ? "Effect" : "Request"
            let verb = request.tasks.count == 1 ? "was" : "were"
            return
                "\(word): \(NameList.words(request.tasks.map(name))) \(verb) asked to cancel at \(time.text(request.time))."
        }
    }

    private func sentence(_ lane: Timeline.Lane) -> String {
        let parent = lane.parent.map { ", child of \(name($0))" } ?? ""
        return "Task \(name(lane.id))\(parent): \(facts(lane).joined(separator: " "))"
    }

    private func facts(_ lane: Timeline.Lane) -> [String] {
        let started = lane.segments.first { $0.state == .running }?.begin.time
        var facts = [
            started.map { "started at \(time.text($0))." } ?? "created at \(time.text(lane.created.time)), never ran."
        ]
        let request = lane.cancelRequests.first?.moment
        // What it waits for after the request is told as tidying up.
        let waits = lane.segments.filter { wait in
            wait.isLongWait && request.map { wait.begin.time < $0.time } ?? true
        }
        let reported = report(waits, in: lane, until: request ?? lane.end?.moment)
        facts += reported.facts
        if let request, request.time != lane.end?.moment.time {
            let again = Set(lane.cancelRequests.map(\.moment.time)).subtracting([
                request.time, lane.end?.moment.time ?? -1,
            ])
            let times = again.sorted().map { ", again at \(time.text($0))" }.joined()
            facts.append("Asked to cancel at \(time.text(request.time))\(times).")
            if let end = lane.end { facts.append("Tidied up \(time.text(end.moment.time - request.time)).") }
        }
        guard let end = lane.end else { return facts + ["Unfinished."] }
        let when = reported.until == end.moment.time ? "" : " at \(time.text(end.moment.time))"
        facts.append("\(capitalised(ending(lane)))\(when).")
        if let join = lane.join {
            let joined = join.moment?.time ?? timeline.end.time
            if joined > end.moment.time { facts.append("Held until \(time.text(joined)).") }
        }
        return facts
    }

    /// The waits in sentences, and the instant that the last of them named. `next` is told right after them.
    private func report(
        _ waits: [Timeline.Segment],
        in lane: Timeline.Lane,
        until next: Timeline.Moment?
    ) -> (facts: [String], until: Int64?) {
        guard waits.count <= 3 else {
            let sum = waits.reduce(0) { $0 + $1.duration }
            return (["Waited \(waits.count) times, \(time.text(sum)) in all."], nil)
        }
        var until: Int64?
        let facts = waits.map { wait in
            guard case .waiting(let reason) = wait.state else { return "" }
            if lane.end == nil, wait == lane.segments.last { return "Still waiting \(words(reason))." }
            if case .sleep = reason, wait.end.time == next?.time { return "Waited in sleep." }
            until = wait.end.time
            return "Waited \(words(reason)) until \(time.text(wait.end.time))."
        }
        return (facts, until)
    }

    private func words(_ wait: TraceEvent.Wait) -> String {
        switch wait {
        case .turn: return "for its turn"
        case .sleep: return "in sleep"
        case .task(let id): return "for \(name(id))"
        case .future: return "for a future"
        case .thread: return "for a thread"
        case .native: return "outside the loop"
        case .scope(let id):
            guard let scope = index.scope(id) else { return "for other tasks" }
            let count = scope.members.count
            return count == 0 ? "for a \(scope.kind.rawValue)" : count == 1 ? "for 1 child" : "for \(count) children"
        }
    }

    /// "returned 1", "threw NetError", "cancelled", "unfinished"
    private func ending(_ lane: Timeline.Lane) -> String {
        if case .cancelled = lane.end?.outcome { return "cancelled" }
        return lane.outcomeWords(time)
    }

    private func capitalised(_ words: String) -> String {
        words.prefix(1).uppercased() + words.dropFirst()
    }

    private func name(_ id: Int) -> String { index.name(id) }
}

extension Timeline.Lane {
    fileprivate var returned: Bool {
        if case .value = end?.outcome { true } else { false }
    }

    fileprivate var threw: Bool {
        if case .error = end?.outcome { true } else { false }
    }
}

extension Timeline.Segment {
    /// A wait that somebody could notice.
    fileprivate var isLongWait: Bool {
        if case .waiting = state { duration > 0 } else { false }
    }
}
