/// Runs `body` without delivering cancellations that were made outside of it; one that arrives meanwhile, or was not yet
/// delivered, is delivered at the next suspension point after it.
///
///     do { try await work() } catch { try await withCancellationHeld { try await save() }; throw error }
///
/// Unlike ``shield(_:file:line:)`` it protects the code and not a task: the current task runs it itself.
///
/// A ``Timeout`` or a ``LoopTaskGroup`` inside of the block works as ever, and knows nothing of requests that are held. So
/// a clean-up that nobody can interrupt may have a bound of its own:
///
///     try await withCancellationHeld { try await timeout(after: .seconds(5)) { try await save() } }
public func withCancellationHeld<Value>(_ body: () async throws -> Value) async throws -> Value {
    guard let task = CurrentLoop.loop?.current else { return try await body() }
    task.beginHold()
    defer { task.endHold() }
    return try await body()
}

/// A ``withCancellationHeld(_:)`` block that a task is in.
struct CancellationHold {
    /// Requests that stand outside of the block: made before it, or held back by it.
    var requests: Int
    /// One of them is to be delivered when the block ends.
    var mustCancel: Bool
    /// The message of the one to be delivered.
    var message: String?
}

extension TaskCore {
    /// Requests that are not held back: all that code in the innermost hold may know of.
    var deliverableRequests: Int {
        holds.isEmpty ? cancelRequests : cancelRequests - holds.reduce(0) { $0 + $1.requests }
    }

    /// The request of a scope that was opened at this depth of holds, or, at 0, one from elsewhere. True if a hold that was
    /// begun after the scope keeps it back.
    func holdBack(message: String?, fromDepth depth: Int) -> Bool {
        guard holds.indices.contains(depth) else { return false }
        holds[depth].requests += 1
        if !holds[depth].mustCancel { holds[depth].message = message }
        holds[depth].mustCancel = true
        return true
    }

    func beginHold() {
        holds.append(CancellationHold(requests: deliverableRequests, mustCancel: mustCancel, message: cancelMessage))
        mustCancel = false
    }

    func endHold() {
        let hold = holds.removeLast()
        guard hold.mustCancel else { return }
        mustCancel = true
        cancelMessage = hold.message
    }

    /// Withdraws a request that a scope has made; how many are left that are not held back.
    @discardableResult
    func withdrawRequest() -> Int {
        let left = deliverableRequests - 1
        guard left >= 0 else { return 0 }
        cancelRequests -= 1
        if left == 0 { mustCancel = false }
        return left
    }

    /// Withdraws a request that is held back, the innermost first.
    func withdrawHeldRequest() {
        guard let index = holds.lastIndex(where: { $0.requests > 0 }) else { return }
        cancelRequests -= 1
        holds[index].requests -= 1
        if holds[index].requests == 0 { holds[index].mustCancel = false }
    }
}
