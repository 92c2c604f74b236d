import ConcurrencyKit

/// What is known of a run: its trace, and the timeline that is read from it.
public struct TracedRun: Sendable, Equatable {
    /// What it is called where it stands beside another: "gather failure", "seed 7".
    public let title: String
    public let trace: [TraceEvent]
    public let timeline: Timeline

    public init(title: String, trace: [TraceEvent], clock: Timeline.Clock = .virtual) {
        self.title = title
        self.trace = trace
        timeline = Timeline(trace: trace, clock: clock)
    }
}
