import ConcurrencyKit

/// What a program did.
public struct ProgramRun: Sendable, Equatable {
    public var end: ProcessEnd
    /// What it printed; invalid UTF-8 is repaired with U+FFFD. Control characters are as the program wrote them.
    public var output: String
    /// What it wrote to standard error, without the stack frames that Swift prints after a fatal error.
    public var errorOutput: String
    /// `Fatal error: Index out of range`, if that is how it ended.
    public var fatalError: String?
    /// Empty for a program that does not use the kit.
    public var trace: [TraceEvent]
    /// Lines of the trace that could not be read, as sentences.
    public var traceProblems: [String]
    /// Time from start to end on a clock on the wall.
    public var wallTime: Duration

    public init(
        end: ProcessEnd,
        output: String = "",
        errorOutput: String = "",
        fatalError: String? = nil,
        trace: [TraceEvent] = [],
        traceProblems: [String] = [],
        wallTime: Duration = .zero
    ) {
        self.end = end
        self.output = output
        self.errorOutput = errorOutput
        self.fatalError = fatalError
        self.trace = trace
        self.traceProblems = traceProblems
        self.wallTime = wallTime
    }
}
