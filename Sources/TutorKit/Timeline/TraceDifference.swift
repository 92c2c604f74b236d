import ConcurrencyKit

/// The first event in which two traces differ.
///
///     TraceDifference(failing.trace, passing.trace)?.words(first: "seed 7", second: "the kit's own order")
///
/// Two events are the same if the same thing happens to the same task at the same loop time. When that was by the wall
/// clock, and where it stands in the source, makes no difference.
public struct TraceDifference: Sendable, Equatable {
    /// How many events are the same before it: the index of both events in their traces.
    public let index: Int
    /// Nil if the first trace has ended.
    public let first: TraceEvent?
    /// Nil if the second trace has ended.
    public let second: TraceEvent?
    private let firstLine: String
    private let secondLine: String

    /// Nil if the traces are the same.
    ///
    /// - Parameter clock: of both runs. Measured times differ always, and do not count.
    public init?(_ first: [TraceEvent], _ second: [TraceEvent], clock: Timeline.Clock = .virtual) {
        let common = zip(first, second).prefix { $0.isSame(as: $1, clock: clock) }.count
        guard common < max(first.count, second.count) else { return nil }
        index = common
        self.first = first.dropFirst(common).first
        self.second = second.dropFirst(common).first
        firstLine = TraceDifference.line(common, of: first)
        secondLine = TraceDifference.line(common, of: second)
    }

    /// In two lines, without newlines, ready to be shown:
    /// "seed 7: 0 ms  fetch-B starts" and "seed 8: 0 ms  fetch-A starts".
    ///
    /// - Parameters:
    ///   - first: What the first run is called.
    ///   - second: What the second run is called.
    public func words(first: String, second: String) -> [String] {
        [(first, firstLine), (second, secondLine)].map { "\(Sanitizer.line($0)): \($1)" }
    }

    /// A trace's text has one line an event.
    private static func line(_ index: Int, of trace: [TraceEvent]) -> String {
        guard index < trace.count else { return "nothing more happens" }
        let lines = TraceExport.text(trace).split(separator: "\n", omittingEmptySubsequences: false)
        return Sanitizer.line(String(lines[index].drop { $0 == " " }))
    }
}

extension TraceEvent {
    fileprivate func isSame(as other: TraceEvent, clock: Timeline.Clock) -> Bool {
        guard task == other.task, clock == .continuous || time == other.time else { return false }
        switch (kind, other.kind) {
        case (.suspended(.sleep), .suspended(.sleep)) where clock == .continuous: return true
        case (
            .scopeOpened(let id, let scope, let members, _),
            .scopeOpened(let otherID, let otherScope, let otherMembers, _)
        ) where clock == .continuous:
            return id == otherID && scope == otherScope && members == otherMembers
        default: return kind == other.kind
        }
    }
}
