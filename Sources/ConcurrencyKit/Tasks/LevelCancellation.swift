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
    guard let task = CurrentLoop.loop?.current, task.cancelRequests > 0, task.heldDepth == 0 else { return }
    throw task.deliverCancellation()
}

/// Runs `body` without delivering cancellations; one that arrives meanwhile, or was not yet delivered, is delivered at the
/// next suspension point after it.
///
///     do { try await work() } catch { try await withCancellationHeld { try await save() }; throw error }
///
/// Unlike ``shield(_:)`` it protects the code and not a task: the current task runs it itself.
public func withCancellationHeld<Value>(_ body: () async throws -> Value) async throws -> Value {
    guard let task = CurrentLoop.loop?.current else { return try await body() }
    task.beginHold()
    defer { task.endHold() }
    return try await body()
}

extension TaskCore {
    /// Held: noted, and delivered when the hold ends.
    func noteHeldRequest(message: String?) {
        if !hasHeldRequest { cancelMessage = message }
        hasHeldRequest = true
    }

    func beginHold() {
        heldDepth += 1
        guard mustCancel else { return }
        mustCancel = false
        hasHeldRequest = true
    }

    func endHold() {
        heldDepth -= 1
        guard heldDepth == 0, hasHeldRequest else { return }
        hasHeldRequest = false
        if cancelRequests > 0 { mustCancel = true }
    }

    /// In the level style a standing request is thrown before the task suspends.
    @inline(__always)
    func checkLevel() throws {
        if loop.cancellation == .level, cancelRequests > 0, heldDepth == 0 { throw deliverCancellation() }
    }
}
