import Foundation
import Subprocess

/// One process with limits: the one place of the tutor where processes start and are signalled.
///
/// The child has a session and a process group of its own and nothing to read (`/dev/null`). The *group* is signalled
/// at a limit, and what is left of it is killed when the child ends. A grandchild that made a session of its own
/// survives, but is not waited for (CLASSROOM.md, "Running strangers' code", says which tier catches it).
struct ChildProcess: Sendable {
    /// The executable's path, then its arguments.
    var command: [String]
    /// All of it: nothing is inherited.
    var environment: [String: String]
    var workingFolder: String
    var limits: ResourceLimits
    /// Whether standard output is a terminal, so that the child writes it line by line. Standard error is a pipe.
    var hasTerminal = false
    /// From SIGINT to SIGKILL when the caller's task is cancelled.
    var interruptGrace = Duration.seconds(1)

    struct Run: Sendable {
        var end: ProcessEnd
        var output = ""
        var errorOutput = ""
        var wallTime = Duration.zero
    }

    /// - Parameter deliver: Called for every piece of output as it arrives, in order, from a thread of its own.
    func run(deliver: @escaping @Sendable (OutputChunk) -> Void = { _ in }) async -> Run {
        if let obstacle { return Run(end: .couldNotStart(obstacle)) }
        if Task.isCancelled { return Run(end: .cancelled) }
        let (events, send) = AsyncStream<Supervision.Event>.makeStream()
        // A task that the caller cannot cancel: cancellation is an event, and the child is reaped whatever happens.
        let supervised = Task { await supervise(events, send, deliver) }
        return await withTaskCancellationHandler {
            await supervised.value
        } onCancel: {
            send.yield(.cancelled)
        }
    }

    /// What would end in a child that fails for a reason that nobody can read, or in a string cut at its NUL.
    private var obstacle: String? {
        let words = command + environment.flatMap { [$0.key, $0.value] } + [workingFolder]
        guard let executable = command.first else { return "no command was given" }
        if words.contains(where: { $0.utf8.contains(0) }) { return "an argument contains a NUL character" }
        if !FileManager.default.isExecutableFile(atPath: executable) { return "\(executable) is no program" }
        return nil
    }

    private func supervise(
        _ events: AsyncStream<Supervision.Event>,
        _ send: AsyncStream<Supervision.Event>.Continuation,
        _ deliver: @escaping @Sendable (OutputChunk) -> Void
    ) async -> Run {
        let terminal = hasTerminal ? PseudoTerminal() : nil
        guard let output = terminal.map({ (read: $0.reading, write: $0.writing) }) ?? Descriptor.pipe(),
            let error = Descriptor.pipe(), let gone = Descriptor.pipe()
        else { return Run(end: .couldNotStart("no file descriptors are left: \(String(cString: strerror(errno)))")) }
        let pump = OutputPump(
            output: output.read,
            error: error.read,
            gone: gone.read,
            limit: limits.outputBytes,
            deliver: deliver,
            overflowed: { send.yield(.overflowed) }
        )
        let limited = LimitedCommand(command, limits: limits, terminal: terminal?.path)
        var options = PlatformOptions()
        options.createSession = true
        let clock = ContinuousClock()
        let start = clock.now
        do {
            let result = try await Subprocess.run(
                .path(.init(limited.executable)),
                arguments: .init(limited.arguments),
                environment: .custom(
                    Dictionary(
                        environment.map { (Environment.Key(stringLiteral: $0.key), $0.value) },
                        uniquingKeysWith: { $1 }
                    )
                ),
                workingDirectory: .init(workingFolder),
                platformOptions: options,
                input: .none,
                output: .fileDescriptor(.init(rawValue: output.write.raw), closeAfterSpawningProcess: false),
                error: .fileDescriptor(.init(rawValue: error.write.raw), closeAfterSpawningProcess: false)
            ) { execution in
                output.write.close()
                error.write.close()
                let group = ProcessGroup(leader: execution.processIdentifier.value)
                async let captured = pump.run()
                let reason = await watch(group, events, send)
                let wallTime = clock.now - start
                // The leader is not reaped before this closure returns, so its number is not given to anyone else yet.
                group.send(SIGKILL)
                gone.write.close()
                return (reason, await captured, wallTime)
            }
            let (reason, captured, wallTime) = result.closureResult
            return Run(
                end: end(reason, result.terminationStatus, captured),
                output: captured.output,
                errorOutput: captured.error,
                wallTime: wallTime
            )
        } catch {
            return Run(end: .couldNotStart("\(error)"))
        }
    }

    /// Carries out what ``Supervision`` decides, until the child is gone.
    private func watch(
        _ group: ProcessGroup,
        _ events: AsyncStream<Supervision.Event>,
        _ send: AsyncStream<Supervision.Event>.Continuation
    ) async -> Supervision.Reason? {
        func later(_ event: Supervision.Event, after delay: Duration) -> Task<Void, any Error> {
            Task {
                try await Task.sleep(for: delay)
                send.yield(event)
            }
        }
        var supervision = Supervision(interruptGrace: interruptGrace)
        var alarms = [later(.timeUp, after: limits.wallTime)]
        group.whenLeaderExits { send.yield(.exited) }
        for await event in events {
            for action in supervision.handle(event) {
                switch action {
                case .signal(let number): group.send(number)
                case .askAgain(let delay): alarms.append(later(.graceOver, after: delay))
                }
            }
            if event == .exited { break }
        }
        for alarm in alarms { alarm.cancel() }
        return supervision.reason
    }

    private func end(
        _ reason: Supervision.Reason?,
        _ status: TerminationStatus,
        _ captured: OutputPump.Captured
    ) -> ProcessEnd {
        switch reason {
        case .cancelled: return .cancelled
        case .timeUp: return .timeLimit(limits.wallTime)
        case .overflowed: return .outputLimit(limits.outputBytes)
        case nil: break
        }
        // Seen only after the child was gone: it wrote too much in its last moment.
        if captured.isCut { return .outputLimit(limits.outputBytes) }
        switch status {
        case .exited(let code):
            if let reason = LimitedCommand.startFailure(exitCode: code, errorOutput: captured.error) {
                return .couldNotStart(reason)
            }
            return .exited(code)
        case .signaled(SIGXCPU): return .cpuLimit(limits.cpuTime)
        case .signaled(let number):
            if let bytes = limits.memoryBytes, CrashReport(captured.error).isOutOfMemory { return .memoryLimit(bytes) }
            return .signalled(TerminatingSignal(number: number))
        }
    }
}
