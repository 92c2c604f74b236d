#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Where the events of a loop go.
public enum TraceDestination {
    /// Nowhere; it costs a comparison with nil.
    case none
    /// Called with each event, on the loop's thread. It must not call the kit.
    case handler((TraceEvent) -> Void)
    /// A file of JSON lines, `concurrencykit/trace/v1`; appended to, so that several runs of a program share one.
    case file(String)

    /// The file that `CONCURRENCYKIT_TRACE` names, else none.
    public static var fromEnvironment: TraceDestination {
        environmentVariable("CONCURRENCYKIT_TRACE").map { .file($0) } ?? .none
    }
}

/// Numbers the events of a loop and sends them off. A loop without one pays a comparison with nil.
final class Tracer {
    private let send: (TraceEvent) -> Void
    private let file: TraceFile?
    private var lastSeq = 0
    private let realStart = SystemClock.nanoseconds
    /// A program that never ends must not fill the disk with its trace.
    private static let mostEvents = 1_000_000

    /// Nil when there is nowhere to send events to; a file that cannot be opened is no reason to fail the program.
    init?(destination: TraceDestination, clock: LoopClock) {
        switch destination {
        case .none: return nil
        case .handler(let handler):
            send = handler
            file = nil
        case .file(let path):
            guard let file = TraceFile(path: path, clock: clock) else { return nil }
            self.file = file
            send = { file.append($0.jsonLine) }
        }
    }

    func emit(_ kind: TraceEvent.Kind, _ task: Int, at location: SourceLocation? = nil, on loop: EventLoop) {
        guard lastSeq < Tracer.mostEvents else { return }
        lastSeq += 1
        let isLast = lastSeq == Tracer.mostEvents
        send(
            TraceEvent(
                seq: lastSeq,
                time: loop.timeNanoseconds,
                realTime: SystemClock.nanoseconds &- realStart,
                task: isLast ? 0 : task,
                kind: isLast ? .note(.truncated, "the trace ends here: it has \(lastSeq) events") : kind,
                location: location
            )
        )
    }

    func flush() { file?.close() }
}

/// Writes each line at once, so that a program that traps or is killed leaves its trace up to that moment.
private final class TraceFile {
    private var descriptor: Int32

    init?(path: String, clock: LoopClock) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        append(#"{"format":"\#(TraceEvent.format)","clock":"\#(clock)"}"#)
    }

    func append(_ line: String) {
        guard descriptor >= 0 else { return }
        var line = line + "\n"
        line.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let written = write(descriptor, rest.baseAddress, rest.count)
                if written > 0 {
                    rest = UnsafeRawBufferPointer(rebasing: rest[written...])
                } else if errno != EINTR {
                    // A full disk ends the trace, not the program.
                    return close()
                }
            }
        }
    }

    func close() {
        if descriptor >= 0 { _ = closeFile(descriptor) }
        descriptor = -1
    }

    deinit { close() }
}

/// `close` of the C library, which the method of the same name hides.
private func closeFile(_ descriptor: Int32) -> Int32 { close(descriptor) }
