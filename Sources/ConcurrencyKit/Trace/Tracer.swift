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
    private let file: TraceWriter?
    private var lastSeq = 0
    private let realStart = SystemClock.realNanoseconds
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
            guard let file = TraceWriter(path: path, clock: clock) else { return nil }
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
                realTime: SystemClock.realNanoseconds &- realStart,
                task: isLast ? 0 : task,
                kind: isLast ? .note(.truncated, "the trace ends here: it has \(lastSeq) events") : kind,
                location: location
            )
        )
    }

    func flush() { file?.close() }
}
