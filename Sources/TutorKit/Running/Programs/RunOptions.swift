/// How a program is run.
public struct RunOptions: Sendable {
    public enum Clock: String, Sendable {
        /// Time jumps: nobody waits for a sleep.
        case virtual
        /// Real time.
        case continuous
    }

    public var clock: Clock
    /// Which of the legal schedules to take; nil for the kit's own order, first in first out.
    public var seed: UInt64?
    public var arguments: [String]
    /// Added to the small environment that every program gets: see ``ProgramRunner``.
    public var environment: [String: String]
    /// nil for a new, empty folder that is removed after the run.
    public var workingFolder: String?
    public var limits: ResourceLimits
    /// How long a program may go on after it was interrupted, before it is killed.
    public var interruptGrace: Duration

    public init(
        clock: Clock = .virtual,
        seed: UInt64? = nil,
        arguments: [String] = [],
        environment: [String: String] = [:],
        workingFolder: String? = nil,
        limits: ResourceLimits = .program,
        interruptGrace: Duration = .seconds(1)
    ) {
        self.clock = clock
        self.seed = seed
        self.arguments = arguments
        self.environment = environment
        self.workingFolder = workingFolder
        self.limits = limits
        self.interruptGrace = interruptGrace
    }
}
