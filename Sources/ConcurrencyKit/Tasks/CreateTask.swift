/// Makes a task that runs `body` on the running loop (`asyncio.create_task`).
///
///     let task = createTask { try await fetch(1) }
///     …
///     print(try await task.value)
///
/// It starts when the creator gives up its turn, after the tasks created before it (promises 46 and 47). Outside of a
/// loop nothing runs, and the task has failed with `LoopError.noRunningLoop` (promise 50).
///
/// - Parameter name: `Task-1`, `Task-2`, … if nil.
@discardableResult
public func createTask<Output>(
    name: String? = nil, file: String = #fileID, line: Int = #line, _ body: @escaping () async throws -> Output
) -> LoopTask<Output> {
    guard let loop = CurrentLoop.loop else { return LoopTask(failed: .noRunningLoop(operation: "createTask")) }
    return loop.createTask(name: name, file: file, line: line, body)
}

/// Makes a task that awaits a coroutine, the only awaitable that a task can be made of (`asyncio.create_task(coro)`).
@discardableResult
public func createTask<Output>(
    name: String? = nil, file: String = #fileID, line: Int = #line, _ coroutine: Coroutine<Output>
) -> LoopTask<Output> {
    createTask(name: name, file: file, line: line) { try await coroutine.value }
}

extension EventLoop {
    /// ``createTask(name:file:line:_:)-swift.function`` on this loop.
    @discardableResult
    public func createTask<Output>(
        name: String? = nil, file: String = #fileID, line: Int = #line, _ body: @escaping () async throws -> Output
    ) -> LoopTask<Output> {
        guard !isClosed else { return LoopTask(failed: .closed) }
        return LoopTask(
            core: makeTask(name: name, scope: nil, birthplace: SourceLocation(file: file, line: line)) {
                $0.result = try await body()
            })
    }

    func makeTask(
        name: String?, scope: Int?, birthplace: SourceLocation, body: @escaping TaskCore.Body
    ) -> TaskCore {
        let task = TaskCore(loop: self, name: name, birthplace: birthplace, body: body)
        tracer?.emit(
            .created(name: task.name, parent: current?.id, scope: scope), task.id, at: birthplace, on: self)
        tracer?.emit(.ready, task.id, on: self)
        ready.push(.retaining(task, .start))
        return task
    }
}
