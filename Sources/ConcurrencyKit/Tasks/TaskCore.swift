/// A task: a future that is finished by running a body. Follows CPython's `Task` field by field, so that its order and
/// its cancellation are asyncio's.
@usableFromInline
final class TaskCore: FutureCore, @unchecked Sendable {
    typealias Body = (TaskCore) async throws -> Void

    /// What stands between the task and its next turn.
    enum Waiter {
        /// It runs, or it has not begun.
        case none
        /// Its turn is in the queue already.
        case ready
        case future(FutureCore)
        case sleep(timer: UInt64, UnsafeContinuation<Void, Never>)
        /// The timer has fired, and its entry is in the queue.
        case waking(UnsafeContinuation<Void, Never>)
    }

    /// From 1, in creation order, on its loop.
    let id: Int
    /// Where it was created.
    let birthplace: SourceLocation
    @exclusivity(unchecked) var name: String
    @exclusivity(unchecked) var body: Body?
    /// Nil for an empty one, until somebody sets a variable.
    @exclusivity(unchecked) var context: Context?
    @exclusivity(unchecked) var waiter = Waiter.none
    /// The kit call in which it is suspended.
    @exclusivity(unchecked) var site: SourceLocation?
    /// `cancel()` calls less `uncancel()` calls.
    @exclusivity(unchecked) var cancelRequests = 0
    /// A cancellation that is to be delivered at the next suspension point.
    @exclusivity(unchecked) var mustCancel = false
    /// A sleep was cancelled: it throws when its turn comes.
    @exclusivity(unchecked) var sleepCancellation: CancelledError?
    /// Entries of fired timers in the queue whose sleep was cancelled meanwhile.
    @exclusivity(unchecked) var staleWakes = 0
    @exclusivity(unchecked) var wasDelivered = false
    /// It is cancelling what it awaits, just now.
    @exclusivity(unchecked) var isPassingOn = false
    /// The ``withCancellationHeld(_:)`` blocks that it is in, outermost first.
    @exclusivity(unchecked) var holds: [CancellationHold] = []
    /// What it was made of, if not of a closure.
    @exclusivity(unchecked) var coroutine: (any AnyCoroutine)?
    @exclusivity(unchecked) var frames = CoroutineFrames()
    @exclusivity(unchecked) var carrier: Carrier?
    // Links of the loop's list of unfinished tasks.
    @exclusivity(unchecked) unowned(unsafe) var previous: TaskCore?
    @exclusivity(unchecked) var next: TaskCore?

    init(loop: EventLoop, name: String?, context: Context?, birthplace: SourceLocation, body: @escaping Body) {
        loop.taskCount += 1
        id = loop.taskCount
        if let name {
            self.name = name
        } else {
            // Only nameless tasks use up a number, as since 3.13 (promise 53).
            loop.autoNameCount += 1
            self.name = "Task-\(loop.autoNameCount)"
        }
        self.birthplace = birthplace
        self.body = body
        self.context = context
        super.init(loop: loop)
        loop.tasks.append(self)
    }

    override var traceWait: TraceEvent.Wait { .task(id) }
    override var description: String { "task '\(name)'" }

    // MARK: First and last turn

    /// The first turn. Throws the cancellation of a task that was cancelled before: its body never runs (promise 65).
    func begin() throws -> Body {
        loop.enter(self)
        loop.tracer?.emit(.started, id, on: loop)
        guard let body else { throw CancelledError() }
        self.body = nil
        if mustCancel {
            coroutine?.close()
            throw deliverCancellation()
        }
        return body
    }

    /// Where the task stands, as far as the kit knows: where it is suspended or was last, or where it was created.
    var place: SourceLocation { site ?? birthplace }

    /// The last turn: the body returned (its result is set) or threw.
    func end(throwing error: (any Error)?) {
        loop.current = nil
        carrier = nil
        loop.tasks.remove(self)
        switch error {
        case nil where mustCancel:
            // Cancelled, and never again suspended: the value is lost (promise 81).
            mustCancel = false
            result = nil
            trace(.cancelled(message: cancelMessage))
            becomeCancelled(message: cancelMessage)
        case nil:
            trace(.value(loop.tracer == nil || result is Void ? "" : String(describing: result ?? "")))
            noteIfSwallowed()
            finish(result: result ?? ())
        case let error as CancelledError:
            trace(.cancelled(message: error.message))
            cancellation = error
            becomeCancelled(message: nil)
        case is CancellationError:
            trace(.cancelled(message: cancelMessage))
            becomeCancelled(message: cancelMessage)
        case let error?:
            trace(.error(type: "\(type(of: error))", description: "\(error)"))
            noteIfSwallowed()
            loop.unread.insert(self)
            finish(throwing: error)
        }
    }

    /// It could not be started.
    func refuse(_ error: any Error) {
        loop.tasks.remove(self)
        body = nil
        trace(.error(type: "\(type(of: error))", description: "\(error)"))
        loop.unread.insert(self)
        finish(throwing: error)
    }

    private func trace(_ outcome: @autoclosure () -> TraceEvent.Outcome) {
        if let tracer = loop.tracer { tracer.emit(.finished(outcome()), id, on: loop) }
    }

    private func noteIfSwallowed() {
        guard wasDelivered, cancelRequests > 0 else { return }
        loop.tracer?.emit(.note(.cancellationSwallowed, "\(name) was cancelled and went on"), id, on: loop)
    }

    // MARK: Cancellation

    /// asyncio's `Task.cancel`: a request, counted each time, and delivered once as an error at the suspension point.
    ///
    /// What the task awaits is cancelled in its place, down to the end of the chain (promise 69). In a loop, because
    /// a chain of awaiting tasks may be longer than the stack.
    @discardableResult
    override func cancel(message: String?) -> Bool { cancel(message: message, fromDepth: 0) }

    /// - Parameter depth: how many holds the task was in when the scope was opened that asks.
    @discardableResult
    func cancel(message: String?, fromDepth depth: Int) -> Bool {
        guard state == .pending else {
            markRead()
            return false
        }
        var chain: [TaskCore] = []
        var last = self
        while !last.isPassingOn {
            last.cancelRequests += 1
            loop.tracer?.emit(.cancelRequested(by: loop.current?.id, message: message), last.id, on: loop)
            // What it awaits is asked from outside.
            if last.holdBack(message: message, fromDepth: last === self ? depth : 0) {
                for task in chain { task.isPassingOn = false }
                return true
            }
            guard case .future(let awaited as TaskCore) = last.waiter, awaited.isPending else { break }
            last.isPassingOn = true
            chain.append(last)
            last = awaited
        }
        last.cancelHere(message: message)
        for task in chain { task.isPassingOn = false }
        return true
    }

    /// The request has come to the end of its chain.
    func cancelHere(message: String?) {
        // Awaited by what it awaits: nobody else can end the circle.
        if isPassingOn { return leaveCircle(message: message) }
        isPassingOn = true
        defer { isPassingOn = false }
        switch waiter {
        case .future(let future):
            if future.cancel(message: message) { return }
        case .sleep(_, let continuation):
            cancelSleep(continuation, message: message)
            loop.timerWasCancelled()
            return
        case .waking(let continuation):
            staleWakes += 1
            cancelSleep(continuation, message: message)
            return
        case .ready, .none: break
        }
        if case .none = waiter, cancelAway() {
            cancelMessage = message
            return
        }
        // A sleep that is cancelled already keeps its first message, as a cancelled future does (promise 88).
        mustCancel = true
        cancelMessage = message
    }

    /// Interrupts the await through which this task waits for itself; what it awaits stays as it is.
    private func leaveCircle(message: String?) {
        guard case .future(let awaited) = waiter, let continuation = awaited.removeWaiter(self) else { return }
        waiter = .ready
        mustCancel = true
        cancelMessage = message
        becomeReady(continuation)
    }

    private func cancelSleep(_ continuation: UnsafeContinuation<Void, Never>, message: String?) {
        waiter = .ready
        sleepCancellation = CancelledError(message: message)
        becomeReady(continuation)
    }

    /// Withdraws one request; what remains. At zero, one that was not yet delivered is withdrawn too (promise 78).
    @discardableResult
    func uncancel() -> Int {
        if deliverableRequests > 0 { withdrawRequest() } else { withdrawHeldRequest() }
        return cancelRequests
    }

    func deliverCancellation() -> CancelledError {
        mustCancel = false
        wasDelivered = true
        return CancelledError(message: cancelMessage)
    }

    // MARK: Suspension

    @inline(__always)
    func becomeReady(_ continuation: UnsafeContinuation<Void, Never>) {
        loop.tracer?.emit(.ready, id, on: loop)
        loop.willSchedule(continuation, of: self)
        loop.schedule(.continuation(continuation))
    }

    @inline(__always)
    func willSuspend(on wait: @autoclosure () -> TraceEvent.Wait, at site: SourceLocation?) {
        loop.current = nil
        self.site = site
        if let tracer = loop.tracer { tracer.emit(.suspended(on: wait()), id, at: site, on: loop) }
    }

    @inline(__always)
    func didResume() {
        loop.enter(self)
        waiter = .none
        loop.tracer?.emit(.resumed, id, on: loop)
    }

    func sleeps(untilTimer number: UInt64) -> Bool {
        if case .sleep(number, _) = waiter { return true }
        return false
    }

    /// The timer fired and its entry joins the queue.
    func willWake() {
        if case .sleep(_, let continuation) = waiter { waiter = .waking(continuation) }
    }

    /// The entry of the timer got its turn: the task's own turn is the next.
    func timerFired() {
        if staleWakes > 0 {
            staleWakes -= 1
        } else if case .waking(let continuation) = waiter {
            waiter = .ready
            becomeReady(continuation)
        }
    }
}
