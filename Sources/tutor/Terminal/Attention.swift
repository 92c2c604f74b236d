import Synchronization

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Wakes a thread that waits for input, and tells it why.
///
/// Anyone may `raise` a reason; the waiting thread polls `descriptor` beside its input and then takes the reasons.
final class Attention: Sendable {
    struct Reasons: OptionSet, Sendable {
        let rawValue: Int

        /// The terminal has another size.
        static let resized = Reasons(rawValue: 1)
        /// The process was stopped and goes on.
        static let continued = Reasons(rawValue: 2)
        /// Somebody sent SIGINT.
        static let interrupted = Reasons(rawValue: 4)
        /// The tutor shall end.
        static let terminated = Reasons(rawValue: 8)
        /// The task that waits for a line was cancelled.
        static let cancelled = Reasons(rawValue: 16)
    }

    /// Readable while there are reasons.
    let descriptor: Int32
    private let bell: Int32
    private let reasons = Mutex<Reasons>([])

    init() throws(TerminalError) {
        (descriptor, bell) = try SelfPipe.open()
    }

    deinit {
        close(descriptor)
        close(bell)
    }

    func raise(_ reason: Reasons) {
        reasons.withLock {
            $0.formUnion(reason)
            SelfPipe.ring(bell)
        }
    }

    /// The reasons since the last call.
    func take() -> Reasons {
        reasons.withLock {
            SelfPipe.drain(descriptor)
            let taken = $0
            $0 = []
            return taken
        }
    }
}
