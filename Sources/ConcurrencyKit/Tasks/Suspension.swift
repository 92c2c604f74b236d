extension FutureCore {
    /// Suspends the running task until this future is done; returns at once if it is (promise 28). Read the outcome
    /// with ``get(_:)`` afterwards.
    ///
    /// Throws what asyncio throws in `Task.__step`: a cancellation that was delivered here, and nothing that the future
    /// itself holds.
    ///
    /// - Parameter ignoringLevel: under level cancellation, do not throw for a request that was made before.
    @usableFromInline
    final func wait(
        at site: SourceLocation?,
        as scope: TraceEvent.Wait? = nil,
        ignoringLevel: Bool = false
    ) async throws {
        guard state == .pending else { return }
        guard let running = CurrentLoop.loop else {
            throw LoopError.noRunningLoop(operation: "await of \(description)")
        }
        guard running === loop else { throw LoopError.differentLoop(awaited: description) }
        guard let task = loop.current else { return await waitOutsideOfTasks() }
        guard task !== self else { return try await refuseItself(task, at: site) }
        if !ignoringLevel { try task.checkLevel() }
        task.willSuspend(on: scope ?? traceWait, at: site)
        task.waiter = .future(self)
        await withUnsafeContinuation { continuation in
            add(Callback(action: .resume(continuation, task)))
            // Cancelled by itself before this await: the cancellation goes where the task waits.
            if task.mustCancel, cancel(message: task.cancelMessage) { task.mustCancel = false }
        }
        task.didResume()
        if state == .cancelled || failure is CancelledError { task.wasDelivered = task.deliverableRequests > 0 }
        guard task.mustCancel else { return }
        // asyncio's wake-up reads the future in any case: an error that the cancellation beats is not reported (promise 37).
        markRead()
        // A cancellation that came after the result beats it (promise 82); one that the future holds speaks for itself.
        let cancellation = task.deliverCancellation()
        if state != .cancelled, !(failure is CancelledError) { throw cancellation }
    }

    /// asyncio throws this error into the task on its next turn, and a cancellation that came meanwhile instead.
    @inline(never)
    private final func refuseItself(_ task: TaskCore, at site: SourceLocation?) async throws {
        try await giveUpTurn(task, at: site ?? task.place)
        throw LoopError.awaitsItself(task: task.name)
    }

    /// Code that runs on the loop but in no kit task: a child of `async let`, a native group, a bare `Task`. Its
    /// cancellation is Swift's.
    ///
    /// On `Loop`, which the closure then inherits: a nonisolated one would take a bare `Task` off to the global pool.
    @inline(never)
    @Loop
    private final func waitOutsideOfTasks() async {
        let loop = loop
        await withTaskCancellationHandler {
            await withUnsafeContinuation { add(Callback(action: .resume($0, nil))) }
        } onCancel: {
            loop.callSoonThreadsafe { self.cancel(message: nil) }
        }
    }
}

/// Suspends the running task for `duration` of loop time (`asyncio.sleep`).
///
///     try await sleep(for: .seconds(1))
///
/// Always suspends: zero and less give up exactly one turn, without a timer (promises 135–137). Equal deadlines wake in
/// the order in which they went to sleep (promise 140).
///
/// - Throws: `CancelledError` if the task is cancelled meanwhile, `LoopError.noRunningLoop` outside of a loop.
public func sleep(
    for duration: Duration,
    file: String = #fileID,
    line: Int = #line,
    function: String = #function
) async throws {
    guard let loop = CurrentLoop.loop else { throw LoopError.noRunningLoop(operation: "sleep") }
    let site = SourceLocation(file: file, line: line, function: function)
    let nanoseconds = duration.wholeNanoseconds
    guard let task = loop.current else { return try await sleepOutsideOfTasks(for: nanoseconds, on: loop) }
    try task.checkLevel()
    guard nanoseconds > 0 else { return try await giveUpTurn(task, at: site) }
    let deadline = loop.timeNanoseconds.addingClamped(nanoseconds)
    task.willSuspend(on: .sleep(until: deadline), at: site)
    await withUnsafeContinuation { continuation in
        if task.mustCancel {
            task.mustCancel = false
            task.sleepCancellation = CancelledError(message: task.cancelMessage)
            task.waiter = .ready
            task.becomeReady(continuation)
        } else {
            let timer = loop.timers.add(deadline: deadline, .retaining(task, .wake))
            task.waiter = .sleep(timer: timer, continuation)
        }
    }
    task.didResume()
    if let cancellation = task.sleepCancellation {
        task.sleepCancellation = nil
        _ = task.deliverCancellation()
        throw cancellation
    }
    if task.mustCancel { throw task.deliverCancellation() }
}

/// ``sleep(for:file:line:function:)`` that returns `value` (promise 134).
public func sleep<Value>(
    for duration: Duration,
    returning value: Value,
    file: String = #fileID,
    line: Int = #line,
    function: String = #function
) async throws -> Value {
    try await sleep(for: duration, file: file, line: line, function: function)
    return value
}

private func giveUpTurn(_ task: TaskCore, at site: SourceLocation) async throws {
    task.willSuspend(on: .turn, at: site)
    task.waiter = .ready
    await withUnsafeContinuation { task.becomeReady($0) }
    task.didResume()
    if task.mustCancel { throw task.deliverCancellation() }
}

@inline(never)
private func sleepOutsideOfTasks(for nanoseconds: Int64, on loop: EventLoop) async throws {
    let future = FutureCore(loop: loop)
    let wakeUp = { if future.isPending { future.finish(result: ()) } }
    let handle = nanoseconds > 0 ? loop.callLater(.nanoseconds(nanoseconds), wakeUp) : loop.callSoon(wakeUp)
    try await future.wait(at: nil)
    handle.cancel()
    try future.get(Void.self)
}
