#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// What another thread holds of a task that it has sent to a loop (`concurrent.futures.Future`).
///
///     let answer = loop.submit { try await fetch() }      // on any thread but the loop's
///     print(try answer.result(timeout: .seconds(5)))
public final class ThreadFuture<Output: Sendable>: @unchecked Sendable {
    // Sendable: all state is touched with `mutex` held. A pthread mutex, because a condition variable needs one.
    private enum State {
        case pending
        case finished(Result<Output, any Error>)
        case cancelled
    }

    private let loop: EventLoop
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var state = State.pending
    private var waiters: [Waiter] = []
    /// Set by the loop with `mutex` held; only the loop's thread touches the task itself.
    private var task: TaskCore?

    /// A thread in ``result(timeout:)``.
    private final class Waiter: @unchecked Sendable {
        /// A thread of `toThread`, which does not count as working while it waits for the loop. Read and set with `mutex` held,
        /// like the next one.
        var isOffDuty = false
        var isReleased = false
        /// The loop has heard of its limit.
        var isLimitTaken = false
        /// The timer of its limit; belongs to the loop's thread.
        var limit: Handle?
    }

    init(loop: EventLoop) {
        self.loop = loop
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        pthread_cond_destroy(condition)
        mutex.deallocate()
        condition.deallocate()
    }

    /// Blocks this thread until the task has ended; its value, or its error (promises 289 and 291).
    ///
    /// - Parameter timeout: in loop time. When it is over, `TimeoutError` is thrown, and the task goes on (promise 292).
    /// - Throws: `LoopError.wouldBlock` on the loop's own thread, which cannot wait for itself, unless this is done.
    public func result(timeout: Duration? = nil) throws -> Output {
        guard CurrentLoop.loop !== loop || done else { throw LoopError.wouldBlock(operation: "ThreadFuture.result") }
        let waiter = Waiter()
        if isPending(adding: waiter) {
            // Before the thread goes off duty: the loop must not believe in between that nobody works and nothing is due.
            if let timeout { startLimit(timeout, for: waiter) }
            if wait(waiter, limit: timeout) { loop.callSoonThreadsafe { waiter.limit?.cancel() } }
        }
        switch locked({ state }) {
        case .pending: throw TimeoutError()
        case .cancelled: throw CancelledError()
        case .finished(let outcome): return try outcome.get()
        }
    }

    private func isPending(adding waiter: Waiter) -> Bool {
        locked {
            guard case .pending = state else { return false }
            waiters.append(waiter)
            return true
        }
    }

    /// True if this thread has given up by itself, because the loop was held up.
    private func wait(_ waiter: Waiter, limit: Duration?) -> Bool {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        if !waiter.isReleased, ThreadDuty.loop === loop {
            waiter.isOffDuty = true
            loop.waitingThreads.add(1)
            loop.outstanding.subtract(1)
            loop.inbox.wake()
        }
        // Virtual time is the loop's alone, once it has heard of the limit. Until then it may be held up by a wait for this thread.
        let isVirtual = loop.clockKind == .virtual
        let patience = limit.map { isVirtual ? max($0, .seconds(1)) : $0 + .milliseconds(10) }
        var end = patience.map { Self.wallClock(in: $0) } ?? timespec()
        while !waiter.isReleased {
            guard patience != nil, !(isVirtual && waiter.isLimitTaken) else {
                pthread_cond_wait(condition, mutex)
                continue
            }
            guard pthread_cond_timedwait(condition, mutex, &end) != 0, !waiter.isReleased,
                !(isVirtual && waiter.isLimitTaken)
            else { continue }
            waiters.removeAll { $0 === waiter }
            release(waiter)
            return true
        }
        return false
    }

    private static func wallClock(in duration: Duration) -> timespec {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let end = (Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)).addingClamped(duration.wholeNanoseconds)
        return timespec(tv_sec: Int(end / 1_000_000_000), tv_nsec: Int(end % 1_000_000_000))
    }

    /// Has a result, an error, or was cancelled. From any thread.
    public var done: Bool {
        locked { if case .pending = state { false } else { true } }
    }

    /// Was cancelled, from here or in the loop (promise 294). From any thread.
    public var cancelled: Bool {
        locked { if case .cancelled = state { true } else { false } }
    }

    /// Cancels this future at once, and asks the task in the loop to end (promise 293). False if it has a result or an error.
    @discardableResult
    public func cancel() -> Bool {
        let (isCancelled, task, released) = locked { () -> (Bool, TaskCore?, [Waiter]) in
            let waiting = waiters
            if settleLocked(.cancelled) { return (true, self.task, waiting) }
            if case .cancelled = state { return (true, nil, []) }
            return (false, nil, [])
        }
        if CurrentLoop.loop !== loop, !released.isEmpty {
            loop.callSoonThreadsafe { for waiter in released { waiter.limit?.cancel() } }
        }
        // A task that the loop has not made yet is asked when it is: see `began`.
        if let task { requestEnd(of: task) }
        return isCancelled
    }

    /// Through the loop's queue even from the loop's own thread, as in asyncio: a task that was cancelled before it was made
    /// begins, and is interrupted where it first suspends.
    private func requestEnd(of task: TaskCore) {
        loop.callSoonThreadsafe { task.cancel(message: nil) }
    }

    // MARK: From the loop

    fileprivate func began(_ task: TaskCore) {
        let isCancelled = locked { () -> Bool in
            self.task = task
            if case .cancelled = state { return true }
            return false
        }
        if isCancelled { requestEnd(of: task) }
    }

    fileprivate func taskEnded(_ task: TaskCore) {
        // Nobody reads the error of a task whose future was cancelled: it is left to be reported.
        if task.state == .cancelled {
            _ = settle(.cancelled)
        } else if !done {
            _ = settle(.finished(Result { try task.get(Output.self) }))
        }
    }

    fileprivate func fail(_ error: any Error) { _ = settle(.finished(.failure(error))) }

    /// False if it was settled before.
    private func settle(_ new: State) -> Bool { locked { settleLocked(new) } }

    /// With `mutex` held.
    private func settleLocked(_ new: State) -> Bool {
        guard case .pending = state else { return false }
        state = new
        for waiter in waiters { release(waiter) }
        waiters = []
        return true
    }

    /// With `mutex` held. The thread counts as working again from here on, and not only when it wakes: the loop must not
    /// believe in between that nobody works.
    private func release(_ waiter: Waiter) {
        guard !waiter.isReleased else { return }
        waiter.isReleased = true
        if waiter.isOffDuty {
            loop.outstanding.add(1)
            loop.waitingThreads.subtract(1)
        }
        if CurrentLoop.loop === loop { waiter.limit?.cancel() }
        pthread_cond_broadcast(condition)
    }

    /// A timer of the loop, so that the limit passes in virtual time, too.
    private func startLimit(_ duration: Duration, for waiter: Waiter) {
        loop.callSoonThreadsafe { [self, loop] in
            // Nobody waits any more: a timer would only hold the loop up.
            guard takesLimit(of: waiter) else { return }
            waiter.limit = loop.callLater(duration) { [self] in
                locked {
                    waiters.removeAll { $0 === waiter }
                    release(waiter)
                }
            }
        }
    }

    private func takesLimit(of waiter: Waiter) -> Bool {
        locked {
            waiter.isLimitTaken = true
            return !waiter.isReleased
        }
    }

    private func locked<Value>(_ body: () -> Value) -> Value {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }
}

extension EventLoop {
    /// From another thread: runs `body` as a task of this loop (`asyncio.run_coroutine_threadsafe`).
    ///
    /// It runs in the loop's thread (promise 290). On a closed loop the future has failed with `LoopError.closed`.
    public func submit<Output: Sendable>(
        name: String? = nil,
        file: String = #fileID,
        line: Int = #line,
        _ body: @escaping @Loop () async throws -> Output
    ) -> ThreadFuture<Output> {
        let future = ThreadFuture<Output>(loop: self)
        guard !isClosed else {
            future.fail(LoopError.closed)
            return future
        }
        callSoonThreadsafe { [self] in
            var hasBegun = false
            let task = makeTask(name: name, birthplace: SourceLocation(file: file, line: line)) {
                hasBegun = true
                try await finish($0, with: body)
            }
            if !hasBegun, let refusal = task.failure {
                // The task factory threw: told to the thread, and to the exception handler (promise 296).
                task.markRead()
                future.fail(refusal)
                throw refusal
            }
            future.began(task)
            _ = task.addCallback { _ in future.taskEnded(task) }
        }
        return future
    }
}

/// Holds up this thread for `duration`, and with it everything on the loop that it runs, as `time.sleep` does.
///
/// On a virtual clock nobody waits: the clock is set forward, and timers that have become due fire late, in the order of
/// their deadlines (promise 141). In a thread of ``toThread(file:line:_:)`` only that thread is held up, by a timer of
/// the loop.
public func block(for duration: Duration) {
    if let loop = CurrentLoop.loop {
        loop.block(nanoseconds: duration.wholeNanoseconds)
    } else if let loop = ThreadDuty.loop {
        let future = ThreadFuture<Void>(loop: loop)
        _ = try? future.result(timeout: duration)
    } else {
        EventLoop.sleepThread(nanoseconds: duration.wholeNanoseconds)
    }
}

extension EventLoop {
    fileprivate func block(nanoseconds: Int64) {
        guard nanoseconds > 0 else { return }
        if clockKind == .virtual {
            now = now.addingClamped(nanoseconds)
            timeJumped?(now)
        } else {
            EventLoop.sleepThread(nanoseconds: nanoseconds)
        }
    }

    fileprivate static func sleepThread(nanoseconds: Int64) {
        guard nanoseconds > 0 else { return }
        let end = SystemClock.nanoseconds.addingClamped(nanoseconds)
        // A signal ends a sleep early; what is left is slept then.
        while case let left = end &- SystemClock.nanoseconds, left > 0 {
            var time = timespec(tv_sec: Int(left / 1_000_000_000), tv_nsec: Int(left % 1_000_000_000))
            nanosleep(&time, nil)
        }
    }
}
