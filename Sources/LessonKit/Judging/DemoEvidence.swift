import ConcurrencyKit

/// What a run of a demo showed: the key of a `predict` question.
public struct DemoEvidence: Sendable, Equatable {
    /// What it printed, line by line, without newlines.
    public let lines: [String]
    /// What its loop did, in the order of `seq`. Empty if the run left no trace.
    public let trace: [TraceEvent]

    public init(lines: [String], trace: [TraceEvent]) {
        self.lines = lines
        self.trace = trace
    }
}
