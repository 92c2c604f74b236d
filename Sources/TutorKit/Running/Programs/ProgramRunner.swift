import Foundation

/// Runs compiled programs within limits and reads their traces.
///
///     let run = await ProgramRunner(temporaryFolder: "/tmp").run(program) { chunk in show(chunk.text) }
///
/// A program inherits nothing. Its environment is `PATH` (/usr/bin:/bin), `HOME` and `TMPDIR` (its own empty folder),
/// `LANG` (C.UTF-8), `TZ` (UTC) and `TERM` (dumb), so that it does the same on every machine; hashing that is
/// not seeded at random, so that sets and dictionaries have one order; `SWIFT_BACKTRACE` off,
/// whose report takes seconds; `MALLOC_ARENA_MAX`, so that the limit of memory means memory; and the kit's variables.
public struct ProgramRunner: Sendable {
    private let temporaryFolder: String

    /// - Parameter temporaryFolder: Where the folders of the runs are made, and removed.
    public init(temporaryFolder: String) {
        self.temporaryFolder = temporaryFolder
    }

    /// Runs `program` to its end, or stops it at a limit or when the caller's task is cancelled.
    ///
    /// - Parameter onOutput: Called for every piece of output as it arrives, in order, from one thread that is none of
    ///   Swift's pool. The pieces of standard output together are `output` of the result.
    public func run(
        _ program: Program,
        options: RunOptions = RunOptions(),
        onOutput: @escaping @Sendable (OutputChunk) -> Void = { _ in }
    ) async -> ProgramRun {
        let folder: TemporaryFolder
        do { folder = try TemporaryFolder(in: temporaryFolder, name: "async-tutor-run") } catch {
            return ProgramRun(end: .couldNotStart("\(error)"))
        }
        defer { folder.remove() }
        let home = "\(folder.path)/home"
        let trace = TraceFile(path: "\(folder.path)/trace.jsonl")
        guard mkdir(home, 0o700) == 0 else {
            return ProgramRun(end: .couldNotStart("\(home): \(String(cString: strerror(errno)))"))
        }
        let child = ChildProcess(
            command: [program.executable] + options.arguments,
            environment: environment(options, home: home, trace: trace.path),
            workingFolder: options.workingFolder ?? home,
            limits: options.limits,
            hasTerminal: true,
            interruptGrace: options.interruptGrace
        )
        let result = await child.run(deliver: onOutput)
        let report = CrashReport(result.errorOutput)
        let recorded = trace.read()
        return ProgramRun(
            end: result.end,
            output: result.output,
            errorOutput: report.text,
            fatalError: report.fatalError,
            trace: recorded.events,
            traceProblems: recorded.problems,
            wallTime: result.wallTime
        )
    }

    private func environment(_ options: RunOptions, home: String, trace: String) -> [String: String] {
        var environment = [
            "PATH": "/usr/bin:/bin", "HOME": home, "TMPDIR": home, "LANG": "C.UTF-8", "TZ": "UTC", "TERM": "dumb",
            "SWIFT_BACKTRACE": "enable=no", "MALLOC_ARENA_MAX": "2", "SWIFT_DETERMINISTIC_HASHING": "1",
        ]
        environment.merge(options.environment) { $1 }
        environment["CONCURRENCYKIT_CLOCK"] = options.clock.rawValue
        environment["CONCURRENCYKIT_SEED"] = options.seed.map(String.init)
        environment["CONCURRENCYKIT_TRACE"] = trace
        // For programs that do not import the kit.
        environment["CONCURRENCYKIT_TAKEOVER"] = "1"
        return environment
    }
}
