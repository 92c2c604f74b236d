/// Makes a task that runs `body` on the running loop (`asyncio.create_task`).
///
///     let task = createTask { try await fetch(1) }
///     …
///     print(try await task.value)
///
/// It starts when the creator gives up its turn, after the tasks created before it (promises 46 and 47). Outside of a
/// loop nothing runs, and the task has failed with `LoopError.noRunningLoop` (promise 50).
///
/// - Parameters:
///   - name: `Task-1`, `Task-2`, … if nil.
///   - context: what context variables it sees and sets; by default a copy of the creator's, taken here (promise 55).
///   - start: by default what the loop's task factory says; `.eager` runs it here and now, up to its first suspension.
///   - file: Where the task is made, for traces and errors; leave it to its default.
///   - line: 1-based; leave it to its default.
///   - function: The function around it; leave it to its default.
///   - body: What the task runs.
@discardableResult
public func createTask<Output>(
    name: String? = nil,
    context: Context? = nil,
    start: TaskStart? = nil,
    file: String = #fileID,
    line: Int = #line,
    function: String = #function,
    _ body: @escaping () async throws -> Output
) -> LoopTask<Output> {
    guard let loop = CurrentLoop.loop else { return LoopTask(failed: .noRunningLoop(operation: "createTask")) }
    return loop.createTask(name: name, context: context, start: start, file: file, line: line, function: function, body)
}

/// Makes a task that awaits a coroutine, the only awaitable that a task can be made of (`asyncio.create_task(coro)`).
@discardableResult
public func createTask<Output>(
    name: String? = nil,
    context: Context? = nil,
    start: TaskStart? = nil,
    file: String = #fileID,
    line: Int = #line,
    function: String = #function,
    _ coroutine: Coroutine<Output>
) -> LoopTask<Output> {
    let task = createTask(name: name, context: context, start: start, file: file, line: line, function: function) {
        try await coroutine.value
    }
    task.task?.coroutine = coroutine
    return task
}

extension EventLoop {
    /// The function `createTask` for this loop, which need not be running: the task starts when it does.
    ///
    /// At the top of a file give it a function: a closure there belongs to the main actor, whose thread the loop holds, so it
    /// would never begin.
    ///
    /// On a closed loop nothing runs, and the task has failed with `LoopError.closed`.
    @discardableResult
    public func createTask<Output>(
        name: String? = nil,
        context: Context? = nil,
        start: TaskStart? = nil,
        file: String = #fileID,
        line: Int = #line,
        function: String = #function,
        _ body: @escaping () async throws -> Output
    ) -> LoopTask<Output> {
        guard !isClosed else { return LoopTask(failed: .closed) }
        let birthplace = SourceLocation(file: file, line: line, function: function)
        return LoopTask(
            core: makeTask(name: name, context: context, start: start, birthplace: birthplace) {
                $0.result = try await body()
            }
        )
    }

    /// - Parameters:
    ///   - context: by default a copy of the present one.
    ///   - start: by default what the task factory says.
    func makeTask(
        name: String?,
        context: Context? = nil,
        start: TaskStart? = nil,
        scope: Int? = nil,
        birthplace: SourceLocation,
        body: @escaping TaskCore.Body
    ) -> TaskCore {
        let task = TaskCore(
            loop: self,
            name: name,
            context: context ?? Context.slot.context?.copy(),
            birthplace: birthplace,
            body: body
        )
        tracer?.emit(
            .created(name: task.name, parent: current?.id, scope: scope),
            task.id,
            at: birthplace,
            on: self
        )
        let how: TaskStart
        do {
            how = try start ?? taskFactory.start(LoopTask<Any>(core: task))
        } catch {
            task.refuse(error)
            return task
        }
        // Eager only while the loop runs (promise 180).
        if how == .eager, CurrentLoop.loop === self {
            startNested(task)
        } else {
            tracer?.emit(.ready, task.id, on: self)
            schedule(.retaining(task, .start))
        }
        return task
    }
}
