/// Runs `body` in a thread and waits for it without holding up the loop (`asyncio.to_thread`).
///
///     let text = try await toThread { try read(path) }
///
/// The thread sees a copy of the context (promise 283). Cancelling the await returns at once, and the thread runs to its
/// end (promise 286); one that had not begun never does. A virtual clock goes no faster than the real one while a thread
/// works, because nobody knows how long it takes; a thread that waits for the loop, or in ``block(for:)``, holds nothing
/// up. At most 32 threads work at once; more calls wait for one (promise 288).
///
/// - Throws: what `body` throws; ``CancelledError``, at once; `LoopError.noRunningLoop` outside of a loop.
public func toThread<Output>(
    file: String = #fileID,
    line: Int = #line,
    _ body: @escaping @Sendable () throws -> Output
) async throws -> Output {
    guard let loop = CurrentLoop.loop else { throw LoopError.noRunningLoop(operation: "toThread") }
    let future = ThreadCore(loop: loop)
    let context = Context.slot.context?.copy() ?? Context()
    // The thread has the only reference.
    nonisolated(unsafe) let unsafeContext = context
    let job = ThreadPool.Job {
        // Sent to the loop and not used here again. It cannot be shared with this thread: a `@Sendable` body reaches
        // nothing that is not Sendable.
        nonisolated(unsafe) let outcome = ThreadDuty.perform(for: loop) {
            unsafeContext.run { Result { try body() } }
        }
        loop.inbox.push(.retaining(Handle { future.threadEnded(outcome) }, .handle))
    }
    future.job = job
    loop.outstanding.add(1)
    loop.threads.submit(job)
    try await future.wait(at: SourceLocation(file: file, line: line))
    return try future.get(Output.self)
}

/// The future behind `toThread`.
private final class ThreadCore: FutureCore, @unchecked Sendable {
    var job: ThreadPool.Job?

    override var traceWait: TraceEvent.Wait { .thread }
    override var description: String { "a thread" }

    override func cancel(message: String?) -> Bool {
        guard isPending else { return false }
        if job?.cancel() == true { loop.outstanding.subtract(1) }
        becomeCancelled(message: message)
        return true
    }

    func threadEnded<Output>(_ outcome: Result<Output, any Error>) {
        loop.outstanding.subtract(1)
        guard isPending else { return }
        switch outcome {
        case .success(let value): finish(result: value)
        case .failure(let error): finish(throwing: error)
        }
    }
}

extension EventLoop {
    fileprivate var threads: ThreadPool {
        if let threadPool { return threadPool }
        let pool = ThreadPool { [inbox] in inbox.wake() }
        threadPool = pool
        return pool
    }
}
