/// Awaits `awaitable`, but not longer than `timeout`; then cancels it, waits for its end, and throws `TimeoutError`
/// (`asyncio.wait_for`).
///
///     let page = try await wait(for: fetching, timeout: .seconds(1))
///
/// So it may take longer than the timeout (promise 235). If it answers the cancellation with a value, that is returned
/// (promise 236). A ``Coroutine`` runs in the current task (promise 244). A timeout of nil waits for ever; zero and less give
/// what is done already, or cancel (promises 238 to 241).
///
/// - Throws: ``TimeoutError``; the error of what it waits for; ``CancelledError`` if the caller is cancelled, which cancels
///   what it waits for, too (promise 242); `LoopError.noRunningLoop`.
public func wait<Awaited: Awaitable>(
    for awaitable: Awaited,
    timeout limit: Duration?,
    file: String = #fileID,
    line: Int = #line
) async throws -> Awaited.Output {
    guard let limit, limit <= .zero else {
        return try await timeout(after: limit, file: file, line: line) { try await awaitable.value }
    }
    guard let loop = CurrentLoop.loop else { throw LoopError.noRunningLoop(operation: "wait(for:timeout:)") }
    let site = SourceLocation(file: file, line: line)
    let future = awaitable.future(on: loop, scope: nil, birthplace: site)
    if !future.isPending { return try future.get(Awaited.Output.self) }
    try await cancelAndWait(future, at: site)
    do {
        return try future.get(Awaited.Output.self)
    } catch let error as CancelledError {
        throw TimeoutError(underlying: error)
    }
}

/// ``wait(for:timeout:file:line:)`` of a closure, which runs in the current task.
public func wait<Output>(
    timeout limit: Duration?,
    file: String = #fileID,
    line: Int = #line,
    for body: @escaping () async throws -> Output
) async throws -> Output {
    try await wait(
        for: Coroutine(at: SourceLocation(file: file, line: line), body),
        timeout: limit,
        file: file,
        line: line
    )
}

/// CPython's `_cancel_and_wait`: returns when `future` is done, and throws only if the caller itself is cancelled.
private func cancelAndWait(_ future: FutureCore, at site: SourceLocation) async throws {
    let waiter = PlainFutureCore(loop: future.loop)
    let callback = future.addCallback { _ in
        if waiter.isPending { waiter.finish(result: ()) }
    }
    defer { _ = future.removeCallbacks(token: callback.token) }
    future.cancel(message: nil)
    try await waiter.wait(at: site)
    try waiter.get(Void.self)
}
