/// What a future is, without the type of its result: the typed handles (`Future`, `LoopTask`) are thin, so that the
/// machinery looks up no generic metadata at run time.
///
/// Sendable as its loop is: only the thread that runs the loop touches it.
@usableFromInline
class FutureCore: @unchecked Sendable {
    enum State: UInt8 { case pending, finished, cancelled }

    let loop: EventLoop
    @exclusivity(unchecked) final var state = State.pending
    @exclusivity(unchecked) final var result: Any?
    /// The error of a finished future.
    @exclusivity(unchecked) final var failure: (any Error)?
    @exclusivity(unchecked) final var cancelMessage: String?
    /// The error by which a task ended cancelled, until somebody takes it.
    @exclusivity(unchecked) final var cancellation: CancelledError?
    /// Most futures have one callback: it needs no array.
    @exclusivity(unchecked) private final var firstCallback: Callback?
    @exclusivity(unchecked) private final var moreCallbacks: [Callback] = []

    struct Callback {
        enum Action {
            /// With the task, if it is one of the kit's that waits.
            case resume(UnsafeContinuation<Void, Never>, TaskCore?)
            case call((FutureCore) throws -> Void, Context?)
            case gather(GatherCore)
        }
        let action: Action
        /// 0 for callbacks that nobody can remove.
        var token: Int = 0
    }

    init(loop: EventLoop) { self.loop = loop }

    @usableFromInline
    @inline(__always)
    final var isPending: Bool { state == .pending }

    /// For the trace and for messages.
    var traceWait: TraceEvent.Wait { .future(0) }
    var description: String { "a future" }

    // MARK: Reading

    /// The error that an awaiter gets; nil if there is a result, or none yet.
    final func takeError() -> (any Error)? {
        state == .cancelled ? takeCancellation() : failure
    }

    /// asyncio's `_make_cancelled_error`: the first to ask gets the error that ended the task, later ones a new one with the
    /// message of the future's own cancellation.
    final func takeCancellation() -> CancelledError {
        defer { cancellation = nil }
        return cancellation ?? CancelledError(message: cancelMessage)
    }

    /// What `gather` lists for a future that is done: it takes no error from anyone else. For one that was cancelled without a
    /// message CPython makes a `CancelledError('')` here, and here only.
    final func settled<Value>(_: Value.Type) -> Result<Value, any Error> {
        state == .cancelled ? .failure(CancelledError(message: cancelMessage ?? "")) : Result { try get(Value.self) }
    }

    /// The result as `Value`, or the error. The future must be done.
    @usableFromInline
    @inline(never)
    final func get<Value>(_: Value.Type) throws -> Value {
        if state == .finished, let result {
            // The typed handle that set the result has the same type parameter as the one that reads it.
            return result as! Value
        }
        markRead()
        guard let error = takeError() else { throw InvalidStateError.resultNotReady }
        throw error
    }

    final func markRead() {
        if failure != nil { loop.unread.remove(self) }
    }

    // MARK: Finishing

    final func finish(result: Any) {
        self.result = result
        state = .finished
        scheduleCallbacks()
    }

    final func finish(throwing error: any Error) {
        failure = error
        state = .finished
        scheduleCallbacks()
    }

    /// asyncio's `Future.cancel`: at once, and false if it was done already (promise 32). Who cancels knows of a failure that
    /// was not read (promise 37).
    @discardableResult
    func cancel(message: String?) -> Bool {
        guard state == .pending else {
            markRead()
            return false
        }
        becomeCancelled(message: message)
        return true
    }

    final func becomeCancelled(message: String?) {
        state = .cancelled
        cancelMessage = message
        scheduleCallbacks()
    }

    // MARK: Callbacks

    /// Adds a callback; to a done future it is called one turn later (promise 319).
    @inline(__always)
    final func add(_ callback: Callback) {
        if state != .pending {
            addLate(callback)
        } else if firstCallback == nil, moreCallbacks.isEmpty {
            firstCallback = callback
        } else {
            moreCallbacks.append(callback)
        }
    }

    @inline(never)
    private final func addLate(_ callback: Callback) {
        if case .resume(let continuation, let task) = callback.action {
            loop.willSchedule(continuation, of: task)
            loop.schedule(.continuation(continuation))
        } else {
            loop.callSoon { self.call(callback) }
        }
    }

    /// Removes every callback with this token; how many there were. Those of a done future are on their way (promise 324).
    final func removeCallbacks(token: Int) -> Int {
        guard state == .pending else { return 0 }
        let before = moreCallbacks.count
        moreCallbacks.removeAll { $0.token == token }
        var removed = before - moreCallbacks.count
        if firstCallback?.token == token {
            firstCallback = nil
            removed += 1
        }
        return removed
    }

    /// Takes a waiting task out of the callbacks; the continuation in which it waits.
    final func removeWaiter(_ task: TaskCore) -> UnsafeContinuation<Void, Never>? {
        if case .resume(let continuation, let waiter)? = firstCallback?.action, waiter === task {
            firstCallback = nil
            return continuation
        }
        for (index, callback) in moreCallbacks.enumerated() {
            guard case .resume(let continuation, let waiter) = callback.action, waiter === task else { continue }
            moreCallbacks.remove(at: index)
            return continuation
        }
        return nil
    }

    @inline(__always)
    private final func scheduleCallbacks() {
        if firstCallback == nil, moreCallbacks.isEmpty { return }
        if loop.tracer != nil { traceReady() }
        loop.schedule(.retaining(self, .callbacks))
    }

    /// The number of the task that is the first to wait for this, itself or through a gather.
    final var firstWaiter: Int? {
        var future = self
        while true {
            switch future.firstCallback?.action {
            case .resume(_, let task): return task?.id
            case .gather(let gather): future = gather
            case .call, nil: return nil
            }
        }
    }

    private final func traceReady() {
        for case .resume(_, let task?)? in [firstCallback?.action] + moreCallbacks.map(\.action) {
            loop.tracer?.emit(.ready, task.id, on: loop)
        }
    }

    /// The loop has closed: nobody will call them, and what they hold may hold this future.
    final func dropCallbacks() {
        firstCallback = nil
        moreCallbacks = []
    }

    /// The loop has closed: lets go of what this waits for, and is let go.
    func part() {}

    /// One entry of the queue stands for all callbacks of a future, which asyncio schedules one after another anyway.
    final func fireCallbacks() {
        let first = firstCallback
        firstCallback = nil
        if moreCallbacks.isEmpty {
            if let first { call(first) }
            return
        }
        let more = moreCallbacks
        moreCallbacks = []
        // A carrier must not pull the next start in between.
        let batch = loop.batch
        loop.batch = 0
        if let first { call(first) }
        for callback in more { call(callback) }
        loop.batch = batch
    }

    @inline(__always)
    private final func call(_ callback: Callback) {
        switch callback.action {
        case .resume(let continuation, _): loop.resume(continuation)
        case .gather(let gather): gather.childDone(self)
        case .call(let function, let context):
            loop.contextSlot.context = context
            do { try function(self) } catch { loop.report(.callbackFailed, error: error, task: nil) }
        }
    }
}
