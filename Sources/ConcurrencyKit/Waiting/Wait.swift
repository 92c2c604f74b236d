/// When ``wait(for:until:timeout:file:line:)`` returns.
///
/// One that comes as text, of a command line say, is `WaitCondition(rawValue:)`: nil where asyncio's `return_when` is a
/// `ValueError` (promise 260).
public enum WaitCondition: String, Sendable, CaseIterable {
    /// The first has ended, no matter how (`FIRST_COMPLETED`).
    case firstCompleted
    /// The first has failed; a cancelled task does not count (promise 253). Without a failure, all (`FIRST_EXCEPTION`).
    case firstError
    /// All have ended (`ALL_COMPLETED`).
    case allCompleted
}

/// Waits until a condition holds or the time is over, and says what is done and what is not (`asyncio.wait`).
///
///     let (done, pending) = try await wait(for: tasks, until: .firstCompleted)
///     for task in pending { task.cancel() }
///
/// It never throws the tasks' errors (promise 248), and neither its timeout nor its cancellation cancels them
/// (promises 256 and 263). Both arrays are in argument order; a task given twice counts once (promises 246 and 258).
///
/// - Throws: `InvalidArgumentError` if there is nothing to wait for (promise 259), `CancelledError`.
@discardableResult
public func wait<Awaited: FutureLike>(
    for futures: some Sequence<Awaited>,
    until condition: WaitCondition = .allCompleted,
    timeout: Duration? = nil,
    file: String = #fileID,
    line: Int = #line
) async throws -> (done: [Awaited], pending: [Awaited]) {
    var seen: Set<Awaited> = []
    let distinct = futures.filter { seen.insert($0).inserted }
    guard let loop = CurrentLoop.loop else { throw LoopError.noRunningLoop(operation: "wait") }
    guard !distinct.isEmpty else {
        throw InvalidArgumentError(description: "wait(for:) was given nothing to wait for; give it at least one task")
    }
    let site = SourceLocation(file: file, line: line)
    let waiter = WaitCore(loop: loop, futures: distinct.map(\.future.core), condition: condition, at: site)
    let timer = timeout.map { loop.callLater($0) { waiter.release() } }
    waiter.timer = timer
    defer { waiter.end() }
    try await waiter.wait(at: site)
    try waiter.get(Void.self)
    return (distinct.filter(\.done), distinct.filter { !$0.done })
}

/// The future on which `wait` suspends: CPython's `_wait`.
final class WaitCore: FutureCore, @unchecked Sendable {
    let futures: [FutureCore]
    var timer: Handle?
    private let id: Int
    private let condition: WaitCondition
    private var unfinished: Int
    private var callbacks: [DoneCallback] = []

    init(loop: EventLoop, futures: [FutureCore], condition: WaitCondition, at site: SourceLocation) {
        self.futures = futures
        self.condition = condition
        unfinished = futures.count
        loop.scopeCount += 1
        id = loop.scopeCount
        super.init(loop: loop)
        loop.tracer?.emit(
            .scopeOpened(id: id, scope: .wait, members: futures.compactMap { ($0 as? TaskCore)?.id }, deadline: nil),
            loop.current?.id ?? 0,
            at: site,
            on: loop
        )
        // Strong: the callback of a task that ends in the last turn of the wait is on its way when the wait is over.
        callbacks = futures.map { future in future.addCallback { [self] in completed($0) } }
    }

    override var traceWait: TraceEvent.Wait { .scope(id) }
    override var description: String { "\(futures.count) \(futures.count == 1 ? "task" : "tasks") (wait)" }

    private func completed(_ future: FutureCore) {
        unfinished -= 1
        guard unfinished <= 0 || condition == .firstCompleted || condition == .firstError && hasFailed(future) else {
            return
        }
        timer?.cancel()
        release()
    }

    /// Reads the error, as CPython does: one that ends the wait is not reported as never retrieved.
    private func hasFailed(_ future: FutureCore) -> Bool {
        future.markRead()
        return future.state == .finished && future.failure != nil
    }

    func release() {
        if isPending { finish(result: ()) }
    }

    func end() {
        timer?.cancel()
        for (future, callback) in zip(futures, callbacks) { _ = future.removeCallbacks(token: callback.token) }
        loop.tracer?.emit(.scopeClosed(id: id), 0, on: loop)
    }
}
