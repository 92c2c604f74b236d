import ConcurrencyKit

/// Reads the trace of a run while it is made: keeps it, counts suspension points, and says when the one is reached at which
/// the code is to be cancelled.
final class RunWatch {
    /// As a trace file has them, but with real times of 0: two runs under one schedule have one trace.
    private(set) var events: [TraceEvent] = []
    /// Suspension points reached by any task, and by any but the check's own while an attempt was under way.
    private(set) var points = Points()
    /// How tasks ended, by number.
    private(set) var outcomes: [Int: TraceEvent.Outcome] = [:]
    /// The suspension at which the code was cancelled, in words; nil if it was not reached.
    private(set) var cancelledAt: String?

    private let target: (point: Int, ofAttempt: Bool)?
    private var tasks: [Int: (name: String, location: SourceLocation?)] = [:]
    private let isInAttempt: () -> Bool
    private let reach: () -> Void
    /// The check's own task is the first of its loop.
    static let checkTask = 1
    private static let most = 4_000

    struct Points: Equatable {
        var all = 0
        var ofAttempts = 0
    }

    /// - Parameters:
    ///   - target: the point at which `reach` is called, from 1.
    ///   - reach: must not call the kit, but for `callSoon`.
    init(
        target: (point: Int, ofAttempt: Bool)?,
        isInAttempt: @escaping () -> Bool,
        reach: @escaping () -> Void
    ) {
        self.target = target
        self.isInAttempt = isInAttempt
        self.reach = reach
    }

    func see(_ event: TraceEvent) {
        if events.count < Self.most { events.append(event.shown) }
        switch event.kind {
        case .created(let name, _, _): tasks[event.task] = (name, event.location)
        case .renamed(let name): tasks[event.task]?.name = name
        case .finished(let outcome): outcomes[event.task] = outcome
        case .suspended: count(event)
        default: break
        }
    }

    private func count(_ event: TraceEvent) {
        points.all += 1
        let isOfAttempt = event.task != Self.checkTask && isInAttempt()
        if isOfAttempt { points.ofAttempts += 1 }
        guard let target, cancelledAt == nil, isOfAttempt || !target.ofAttempt else { return }
        guard target.point == (target.ofAttempt ? points.ofAttempts : points.all) else { return }
        let task = tasks[event.task]
        let place = (event.location ?? task?.location).map { " at \($0.shortDescription)" } ?? ""
        cancelledAt = "while task '\(task?.name ?? "?")' was suspended\(place)"
        reach()
    }
}

extension TraceEvent {
    fileprivate var shown: TraceEvent {
        let place = location.map { SourceLocation(file: $0.file, line: $0.line) }
        return TraceEvent(seq: seq, time: time, realTime: 0, task: task, kind: kind, location: place)
    }
}

extension SourceLocation {
    /// "starter.swift:12": a learner has not heard of modules.
    var shortDescription: String { "\(file.split(separator: "/").last ?? ""):\(line)" }
}
