/// How a request to cancel shows at suspension points.
public enum CancellationStyle: Sendable {
    /// asyncio's: once for each request, at the next suspension point (KIT rule 2).
    case edge
    /// Every suspension point throws while a request stands, as Swift's own and trio's do; ``withCancellationHeld(_:)``
    /// shields clean-up that must await.
    case level
}

/// Whether somebody has asked the running task to end and the request still stands.
public var isCancellationRequested: Bool {
    (CurrentLoop.loop?.current?.cancelRequests ?? 0) > 0
}

/// Throws `CancelledError` if a request to cancel the running task stands; for long work between suspension points.
public func checkCancellation() throws {
    guard let task = CurrentLoop.loop?.current, task.deliverableRequests > 0 else { return }
    throw task.deliverCancellation()
}

extension TaskCore {
    /// In the level style a standing request is thrown before the task suspends.
    @inline(__always)
    func checkLevel() throws {
        if loop.cancellation == .level, deliverableRequests > 0 { throw deliverCancellation() }
    }
}
