import Synchronization

/// Keeps work that nobody waits for until the first prompt is on the screen.
public final class FirstPrompt: Sendable {
    public typealias Work = @Sendable () async -> Void

    /// Nil once the prompt is there.
    private let waiting = Mutex<[Work]?>([])

    public init() {}

    /// Begins the work now, or when the prompt is there; never waits for it.
    public func afterwards(_ work: @escaping Work) {
        let isTime = waiting.withLock { waiting in
            waiting?.append(work)
            return waiting == nil
        }
        if isTime { Task { await work() } }
    }

    /// The prompt is there. Does nothing the second time.
    public func isShown() {
        let works = waiting.withLock { waiting in
            defer { waiting = nil }
            return waiting ?? []
        }
        for work in works { Task { await work() } }
    }
}
