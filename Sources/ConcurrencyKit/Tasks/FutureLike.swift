/// A future or a task: what can be waited for without taking its result (asyncio's `isfuture`).
public protocol FutureLike<Output>: Awaitable, Hashable {
    /// Has a result, an error, or was cancelled.
    var done: Bool { get }
    var cancelled: Bool { get }
    func result() throws -> Output
    func exception() throws -> (any Error)?
    @discardableResult func cancel(_ message: String?) -> Bool
    /// The future behind this handle: the same for all handles of one task.
    var future: Future<Output> { get }
}

extension Future: FutureLike {
    public var future: Future<Output> { self }
}

extension LoopTask: FutureLike {
    public var future: Future<Output> { Future(core: core) }
}
