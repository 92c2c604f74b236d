import ConcurrencyKit

/// Reads the trace of a run while it is made: keeps it, counts suspension points, and says when the one is reached at which
/// the code is to be cancelled.
final class RunWatch {
    /// As a trace file has them, but with real times of 0: two runs under one schedule have one trace.
    private(set) var events: [TraceEvent] = []
    /// How many suspension points any task has reached.
    private(set) var points = 0
    /// Which of them, counted from 1, while an attempt was under way, the check's own left out.
    private(set) var pointsOfAttempts: [Int] = []
    /// The suspension point at which the code was cancelled, counted and in words; nil if it was not reached.
    private(set) var cancellation: (point: Int, place: String)?

    /// What the kit says of the first task that left its loop; nil if none did.
    private(set) var departure: String?

    private let target: Target?
    private var tasks: [Int: (name: String, location: SourceLocation?)] = [:]
    private let isInAttempt: () -> Bool
    private let reach: () -> Void
    /// The check's own task is the first of its loop.
    static let checkTask = 1
    private static let most = 4_000

    /// Where `reach` is called.
    struct Target {
        /// From 1.
        let point: Int
        /// If that is not in an attempt: at the first after it that is.
        let isInAttempt: Bool
    }

    /// - Parameter reach: must not call the kit, but for `callSoon`.
    init(
        target: Target?,
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
        case .suspended: count(event)
        case .note(.leftTheLoop, let text): departure = departure ?? text
        default: break
        }
    }

    private func count(_ event: TraceEvent) {
        points += 1
        let isOfAttempt = event.task != Self.checkTask && isInAttempt()
        if isOfAttempt, pointsOfAttempts.count < Self.most { pointsOfAttempts.append(points) }
        guard let target, cancellation == nil, points >= target.point, isOfAttempt || !target.isInAttempt else {
            return
        }
        let task = tasks[event.task]
        let place = (event.location ?? task?.location).map { " at \($0.shortDescription)" } ?? ""
        cancellation = (points, "while task '\(task?.name ?? "?")' was suspended\(place)")
        reach()
    }
}

extension TraceEvent {
    fileprivate var shown: TraceEvent {
        let place = location.map { SourceLocation(file: $0.file, line: $0.line) }
        return TraceEvent(seq: seq, time: time, realTime: 0, task: task, kind: kind.shortened, location: place)
    }
}

extension TraceEvent.Kind {
    private static let most = 200

    /// Without the rest of long values and errors.
    fileprivate var shortened: Self {
        switch self {
        case .finished(.value(let value)): .finished(.value(value.shortened(to: Self.most)))
        case .finished(.error(let type, let description)):
            .finished(.error(type: type, description: description.shortened(to: Self.most)))
        case .created(let name, let parent, let scope):
            .created(name: name.shortened(to: Self.most), parent: parent, scope: scope)
        case .renamed(let name): .renamed(name.shortened(to: Self.most))
        default: self
        }
    }
}

extension SourceLocation {
    /// "starter.swift:12": a learner has not heard of modules.
    var shortDescription: String { "\(file.split(separator: "/").last ?? ""):\(line)" }
}
