/// A result that someone will set later (`asyncio.Future`).
///
///     let answer = Future<Int>()
///     loop.callLater(.seconds(1)) { try answer.setResult(42) }
///     print(try await answer.value)
///
/// It is a handle: copies are the same future. It belongs to the loop that was running when it was made, and is not
/// safe to use from other threads (promise 336).
public struct Future<Output>: Awaitable, Hashable, @unchecked Sendable {
    // Sendable so that closures which run on the loop may hold it; its loop alone touches it.
    let core: FutureCore

    init(core: FutureCore) { self.core = core }

    /// A pending future of the loop that runs on this thread.
    ///
    /// Outside of a loop the future has failed already, with `LoopError.noRunningLoop`.
    public init() {
        if let loop = CurrentLoop.loop {
            core = PlainFutureCore(loop: loop)
        } else {
            core = .failed(.noRunningLoop(operation: "Future()"))
        }
    }

    /// Waits until it is done. Awaiters wake in the order in which they began to wait (promise 29); one that is done
    /// already takes no turn (promise 28).
    ///
    /// - Throws: its error; ``CancelledError`` if it or the awaiting task is cancelled; `LoopError.differentLoop` on another loop
    ///   than its own; `LoopError.noRunningLoop` outside of a loop.
    public var value: Output {
        get async throws {
            if core.isPending { try await core.wait(at: nil) }
            return try core.get(Output.self)
        }
    }

    /// The loop that it belongs to (`future.get_loop()`).
    public var loop: EventLoop { core.loop }

    /// Has a result, an error, or was cancelled.
    public var done: Bool { !core.isPending }
    /// Was cancelled. It is at once, unlike a task (promise 32).
    public var cancelled: Bool { core.state == .cancelled }

    /// The result, or its error.
    ///
    /// - Throws: its error; ``CancelledError`` if it was cancelled; `InvalidStateError` while pending (promises 33 and 34).
    public func result() throws -> Output { try core.get(Output.self) }

    /// The error, or nil if there is a result. Throws `InvalidStateError` while pending, `CancelledError` if cancelled.
    public func exception() throws -> (any Error)? { try core.exception() }

    /// Sets the result and schedules the wake-ups; nobody runs inside (promise 30).
    ///
    /// - Throws: `InvalidStateError` if it is done already (promise 31), `LoopError.isTask` if it is a task's (promise 315).
    public func setResult(_ value: Output) throws {
        if let task = core as? TaskCore { throw LoopError.isTask(name: task.name, operation: "setResult") }
        guard core.isPending else { throw InvalidStateError.alreadyDone }
        core.finish(result: value)
    }

    /// Sets the error that awaiters get.
    ///
    /// - Throws: `InvalidStateError` if it is done already, `LoopError.isTask` if it is a task's (promise 315).
    public func setException(_ error: any Error) throws {
        if let task = core as? TaskCore { throw LoopError.isTask(name: task.name, operation: "setException") }
        guard core.isPending else { throw InvalidStateError.alreadyDone }
        core.loop.unread.insert(core)
        core.finish(throwing: error)
    }

    /// Cancels it at once. False if it was done already (promise 32).
    @discardableResult
    public func cancel(_ message: String? = nil) -> Bool { core.cancel(message: message) }

    /// Calls `callback` through the loop when this is done, in the order added (promise 317).
    @discardableResult
    public func addDoneCallback(
        context: Context? = nil,
        _ callback: @escaping (Future<Output>) throws -> Void
    ) -> DoneCallback {
        // The future comes with the call: a callback that held it would keep it alive for ever if it is never done.
        core.addCallback(context: context) { try callback(Future(core: $0)) }
    }

    /// Removes a callback; how many there were (promise 321).
    @discardableResult
    public func removeDoneCallback(_ callback: DoneCallback) -> Int { core.removeCallbacks(token: callback.token) }

    /// The same future, not an equal result.
    public static func == (left: Self, right: Self) -> Bool { left.core === right.core }
    /// By identity, as `==`.
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(core)) }
}

extension Future where Output == Void {
    /// ``setResult(_:)`` of a future that carries no value.
    public func setResult() throws { try setResult(()) }
}

extension Future: FutureHandle, FutureConvertible {
    func ensureFuture(on loop: EventLoop, scope: Int?, birthplace: SourceLocation) -> FutureCore { core }
}

extension EventLoop {
    /// A pending future of this loop (`loop.create_future`).
    public func createFuture<Output>(of _: Output.Type = Output.self) -> Future<Output> {
        Future(core: PlainFutureCore(loop: self))
    }
}

/// What ``Future/addDoneCallback(context:_:)`` returns, to remove the callback by.
public struct DoneCallback: Hashable, Sendable {
    let token: Int
}

/// A future that somebody sets; numbered for the trace.
final class PlainFutureCore: FutureCore, @unchecked Sendable {
    let number: Int

    override init(loop: EventLoop) {
        loop.futureCount += 1
        number = loop.futureCount
        super.init(loop: loop)
    }

    override var traceWait: TraceEvent.Wait { .future(number) }
    override var description: String { "future \(number)" }
}

extension FutureCore {
    /// For calls that need a loop where there is none, and cannot throw: awaiting what they return throws.
    static func failed(_ error: LoopError) -> FutureCore {
        let core = FutureCore(loop: EventLoop(clock: .virtual, trace: .none))
        core.finish(throwing: error)
        return core
    }

    final func exception() throws -> (any Error)? {
        switch state {
        case .pending: throw InvalidStateError.exceptionNotSet
        case .cancelled: throw takeCancellation()
        case .finished:
            markRead()
            return failure
        }
    }

    /// - Parameter context: what the callback runs in; by default a copy of the present one (promise 322).
    final func addCallback(
        context: Context? = nil,
        _ callback: @escaping (FutureCore) throws -> Void
    ) -> DoneCallback {
        loop.callbackCount += 1
        let action = Callback.Action.call(callback, context ?? Context.slot.context?.copy())
        add(Callback(action: action, token: loop.callbackCount))
        return DoneCallback(token: loop.callbackCount)
    }
}
