/// A future or a task: what can be waited for without taking its result (asyncio's `isfuture`).
public protocol FutureLike<Output>: Awaitable, Hashable {
    /// Has a result, an error, or was cancelled.
    var done: Bool { get }
    /// Ended by a cancellation.
    var cancelled: Bool { get }
    /// The result, or its error.
    ///
    /// - Throws: its error; ``CancelledError`` if it was cancelled; `InvalidStateError.resultNotReady` while it is not done.
    func result() throws -> Output
    /// The error, or nil if there is a result.
    ///
    /// - Throws: ``CancelledError`` if it was cancelled; `InvalidStateError.exceptionNotSet` while it is not done.
    func exception() throws -> (any Error)?
    /// Asks it to end. False if it was done already.
    @discardableResult func cancel(_ message: String?) -> Bool
    /// The future behind this handle: the same for all handles of one task.
    var future: Future<Output> { get }
}

extension Future: FutureLike {
    /// The future itself.
    public var future: Future<Output> { self }
}

extension LoopTask: FutureLike {
    /// The task as a future, without its name and its counts.
    public var future: Future<Output> { Future(core: core) }
}
