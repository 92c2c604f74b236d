import Synchronization

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// What the world outside asks of a running tutor by signals.
///
/// - SIGINT (Ctrl-C) clears the line while one is being read; otherwise it is an element of every `stream()`.
/// - SIGTERM and SIGHUP ask the tutor to end in order: they are an element of every `stream()` too, so that a running
///   demo is cancelled, and from then on every line source says `end`. A second one ends the process at once, with the
///   terminal as it was.
/// - SIGPIPE does nothing: writing fails with `TerminalError.outputClosed` instead.
final class Interrupts: Sendable {
    enum Termination: Int32, Sendable {
        case hangUp = 1
        case terminate = 15

        /// What the tutor ends with, the same as a shell reports for a program that the signal ended: 129 or 143.
        var exitCode: Int32 { 128 + rawValue }
    }

    /// Signals come to a process, so there is one of these.
    static let process = Interrupts()

    private struct State {
        var isInstalled = false
        var termination: Termination?
        var reader: Attention?
        var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
        var nextListener = 0
    }

    private let state = Mutex(State())

    private init() {}

    /// Takes the signals over. Until then they do what they do in any program. Does nothing the second time.
    func install() throws(TerminalError) {
        let isFirst = state.withLock { state in
            defer { state.isInstalled = true }
            return !state.isInstalled
        }
        guard isFirst else { return }
        StandardDescriptors.reserve()
        TerminalModes.restoreAtExit()
        SignalRelay.disarm(SIGPIPE)
        try SignalRelay.start([SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGCONT]) { [self] in receive($0) }
    }

    /// Set once the tutor has been asked to end.
    var termination: Termination? { state.withLock(\.termination) }

    /// One element for each interrupt from now on that is not meant for a line being read, while the stream is kept.
    /// Begins with one when the tutor has already been asked to end.
    func stream() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let id = state.withLock { state in
            state.nextListener += 1
            state.listeners[state.nextListener] = continuation
            if state.termination != nil { continuation.yield() }
            return state.nextListener
        }
        continuation.onTermination = { [self] _ in
            _ = state.withLock { $0.listeners.removeValue(forKey: id) }
        }
        return stream
    }

    /// Sends what happens to `attention` while `body` reads a line.
    func whileReading<Result>(_ attention: Attention, _ body: () throws -> Result) rethrows -> Result {
        state.withLock { $0.reader = attention }
        defer { state.withLock { $0.reader = nil } }
        return try body()
    }

    private func receive(_ signal: Int32) {
        switch signal {
        case SIGINT:
            interrupt()
        case SIGWINCH:
            state.withLock(\.reader)?.raise(.resized)
        case SIGCONT:
            state.withLock(\.reader)?.raise(.continued)
        default:
            if let termination = Termination(rawValue: signal) { terminate(termination) }
        }
    }

    private func interrupt() {
        let listeners = state.withLock { state -> [AsyncStream<Void>.Continuation] in
            guard let reader = state.reader else { return Array(state.listeners.values) }
            reader.raise(.interrupted)
            return []
        }
        // Outside of the lock: a listener may end while it is told.
        for listener in listeners { listener.yield() }
    }

    private func terminate(_ termination: Termination) {
        let (isSecond, listeners) = state.withLock { state in
            let isSecond = state.termination != nil
            state.termination = state.termination ?? termination
            state.reader?.raise(.terminated)
            return (isSecond, Array(state.listeners.values))
        }
        if isSecond {
            TerminalModes.restore()
            SignalRelay.die(of: termination.rawValue)
        }
        for listener in listeners { listener.yield() }
    }
}
