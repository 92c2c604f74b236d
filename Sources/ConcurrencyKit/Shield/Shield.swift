/// Protects a task from the cancellation of whoever awaits it (`asyncio.shield`).
///
///     let saving = createTask { try await save() }
///     try await shield(saving).value
///
/// Cancelling the awaiter ends the wait with `CancelledError` and leaves `task` running (promise 186); keep it, to
/// await it again. Cancelling `task` itself cancels the shield (promise 190). What is done already is returned as it is
/// (promise 193).
public func shield<Protected: FutureLike>(
    _ task: Protected,
    file: String = #fileID,
    line: Int = #line
) -> Future<Protected.Output> {
    let inner = task.future.core
    guard inner.isPending else { return task.future }
    let outer = ShieldCore(inner, at: SourceLocation(file: file, line: line))
    if !(inner is TaskCore) { outer.loop.waitingForFutures[ObjectIdentifier(outer)] = outer }
    let inward = inner.addCallback { inner in
        // An error that comes after the cancellation is the inner task's own, and is reported if nobody reads it there.
        guard outer.isPending else { return }
        outer.closeScope()
        if inner.state == .cancelled {
            outer.cancel(message: nil)
        } else if let failure = inner.failure {
            // Whoever awaits the shield is to read it, as with any future (promise 36).
            inner.markRead()
            outer.loop.unread.insert(outer)
            outer.finish(throwing: failure)
        } else if let result = inner.result {
            outer.finish(result: result)
        }
    }
    outer.add(
        .init(
            action: .call(
                { outer in
                    outer.loop.waitingForFutures[ObjectIdentifier(outer)] = nil
                    if inner.isPending { _ = inner.removeCallbacks(token: inward.token) }
                },
                nil
            )
        )
    )
    return Future(core: outer)
}

/// ``shield(_:file:line:)`` of a coroutine, which becomes a task and starts even if the shield is never awaited
/// (promise 192).
public func shield<Output>(
    file: String = #fileID,
    line: Int = #line,
    _ coroutine: Coroutine<Output>
) -> Future<Output> {
    shield(createTask(file: file, line: line, coroutine), file: file, line: line)
}

/// ``shield(_:file:line:)`` of a closure, which becomes a task.
public func shield<Output>(
    file: String = #fileID,
    line: Int = #line,
    _ body: @escaping () async throws -> Output
) -> Future<Output> {
    shield(createTask(file: file, line: line, body), file: file, line: line)
}

/// The future that stands for a protected one.
final class ShieldCore: FutureCore, @unchecked Sendable {
    let inner: FutureCore
    private let number: Int
    /// Nil when it is closed.
    private var scope: Int?

    init(_ inner: FutureCore, at site: SourceLocation) {
        self.inner = inner
        inner.loop.futureCount += 1
        number = inner.loop.futureCount
        inner.loop.scopeCount += 1
        scope = inner.loop.scopeCount
        super.init(loop: inner.loop)
        loop.tracer?.emit(
            .scopeOpened(
                id: scope ?? 0,
                scope: .shield,
                members: [inner].compactMap { ($0 as? TaskCore)?.id },
                deadline: nil
            ),
            loop.current?.id ?? 0,
            at: site,
            on: loop
        )
    }

    func closeScope() {
        guard let scope else { return }
        self.scope = nil
        loop.tracer?.emit(.scopeClosed(id: scope), 0, on: loop)
    }

    @discardableResult
    override func cancel(message: String?) -> Bool {
        if isPending { closeScope() }
        return super.cancel(message: message)
    }

    override func part() { inner.dropCallbacks() }

    override var traceWait: TraceEvent.Wait { .future(number) }
    override var description: String { "\(inner.description) (shielded)" }
}
