/// The task itself (`asyncio.ensure_future`, promise 39).
public func ensureFuture<Output>(_ task: LoopTask<Output>) -> LoopTask<Output> { task }

/// The future itself.
public func ensureFuture<Output>(_ future: Future<Output>) -> Future<Output> { future }

/// A task that awaits the coroutine (promise 40).
public func ensureFuture<Output>(
    _ coroutine: Coroutine<Output>,
    file: String = #fileID,
    line: Int = #line
) -> LoopTask<Output> {
    createTask(file: file, line: line, coroutine)
}

/// A task that awaits any other awaitable (promise 38).
@_disfavoredOverload
public func ensureFuture<Output>(
    _ awaitable: some Awaitable<Output>,
    file: String = #fileID,
    line: Int = #line
) -> LoopTask<Output> {
    createTask(file: file, line: line) { try await awaitable.value }
}

/// Whether this is a ``Coroutine``: not a function, a task or a future (promise 308).
public func isCoroutine(_ value: Any) -> Bool { value is any AnyCoroutine }

/// Whether this is a future or a task (promise 45).
public func isFuture(_ value: Any) -> Bool { value is any FutureLike }

extension LoopTask {
    /// The loop that the task runs on (promise 61).
    public var loop: EventLoop { core.loop }

    /// The coroutine that the task was made of; nil if it was made of a closure (promise 330).
    public var coroutine: Coroutine<Output>? { task?.coroutine as? Coroutine<Output> }
}
