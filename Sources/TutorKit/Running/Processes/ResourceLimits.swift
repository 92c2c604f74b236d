/// How much a child process may use before it is stopped.
///
/// Wall time and output are watched by the tutor; the rest is enforced by the kernel (`setrlimit`), per process.
public struct ResourceLimits: Sendable, Hashable {
    /// Time from start to end as a clock on the wall shows it, for the whole process group.
    public var wallTime: Duration
    /// Bytes that may be written to standard output, and as many again to standard error.
    public var outputBytes: Int
    /// Processor time of each process, rounded up to whole seconds. It also ends what has left the process group.
    public var cpuTime: Duration
    /// Address space in bytes; nil for no limit. macOS does not enforce it.
    ///
    /// A Swift program with the kit starts within 300 MB of address space, most of it thread stacks and libraries.
    public var memoryBytes: Int?
    /// The longest file that may be written, in bytes; nil for no limit.
    public var fileBytes: Int?
    /// Processes and threads of the *user*, all programs together; nil for no limit, and never for root.
    ///
    /// Off unless asked for: the kernel counts everything that the user runs, so that on a desktop any useful number is
    /// already exceeded; and below 6, Swift's concurrency hangs without a word. Such numbers are raised to 6.
    public var processes: Int?

    public init(
        wallTime: Duration,
        outputBytes: Int,
        cpuTime: Duration,
        memoryBytes: Int?,
        fileBytes: Int?,
        processes: Int? = nil
    ) {
        self.wallTime = wallTime
        self.outputBytes = outputBytes
        self.cpuTime = cpuTime
        self.memoryBytes = memoryBytes
        self.fileBytes = fileBytes
        self.processes = processes
    }

    /// For a demo or an exercise: 10 s, 1 MB of output, 20 s of processor time, 2 GB, files of 64 MB.
    public static let program = ResourceLimits(
        wallTime: .seconds(10),
        outputBytes: 1_000_000,
        cpuTime: .seconds(20),
        memoryBytes: 2_000_000_000,
        fileBytes: 64_000_000
    )

    /// For the compiler: hostile source has been seen to take 30 s and 2.4 GB.
    public static let compiler = ResourceLimits(
        wallTime: .seconds(60),
        outputBytes: 1_000_000,
        cpuTime: .seconds(120),
        memoryBytes: 4_000_000_000,
        fileBytes: 256_000_000
    )
}
