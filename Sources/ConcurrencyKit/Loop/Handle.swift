/// A callback that was given to the loop; what `callSoon` and `callLater` return.
public final class Handle {
    /// ``cancel()`` was called, be it too late (`Handle.cancelled()`).
    public private(set) var isCancelled = false
    /// When a timer is due, on the clock of ``EventLoop/time``; nil for `callSoon` (`TimerHandle.when()`).
    public let when: Duration?
    private var callback: (() throws -> Void)?
    private weak var timerLoop: EventLoop?
    private let context: Context?

    /// - Parameter context: what the callback runs in; by default a copy of the present one.
    init(context: Context? = nil, when: Duration? = nil, _ callback: @escaping () throws -> Void) {
        self.callback = callback
        self.when = when
        self.context = context ?? Context.slot.context?.copy()
    }

    /// The callback will not run. Once it has run, this only sets ``isCancelled``.
    public func cancel() {
        guard !isCancelled else { return }
        isCancelled = true
        guard callback != nil else { return }
        callback = nil
        timerLoop?.timerWasCancelled()
        timerLoop = nil
    }

    /// From now until it fires, cancelling leaves a dead timer in the heap of `loop`.
    func isTimer(of loop: EventLoop?) { timerLoop = loop }

    func fire(on loop: EventLoop) {
        guard let callback else { return }
        self.callback = nil
        timerLoop = nil
        loop.contextSlot.context = context
        do { try callback() } catch { loop.report(.callbackFailed, error: error, task: nil) }
    }
}

extension EventLoop {
    /// Calls `callback` in the next iteration, after everything that is ready by then (`loop.call_soon`).
    ///
    /// An error that it throws goes to ``exceptionHandler``, and the loop goes on (promise 25).
    @discardableResult
    public func callSoon(context: Context? = nil, _ callback: @escaping () throws -> Void) -> Handle {
        let handle = Handle(context: context, callback)
        schedule(.retaining(handle, .handle))
        return handle
    }

    /// Calls `callback` once, `delay` from now (`loop.call_later`).
    @discardableResult
    public func callLater(
        _ delay: Duration,
        context: Context? = nil,
        _ callback: @escaping () throws -> Void
    ) -> Handle {
        call(atNanoseconds: timeNanoseconds.addingClamped(delay.wholeNanoseconds), context, callback)
    }

    /// Calls `callback` once when ``time`` is at least `when` (`loop.call_at`).
    @discardableResult
    public func call(
        at when: Duration,
        context: Context? = nil,
        _ callback: @escaping () throws -> Void
    ) -> Handle {
        call(atNanoseconds: when.wholeNanoseconds, context, callback)
    }

    private func call(
        atNanoseconds deadline: Int64,
        _ context: Context?,
        _ callback: @escaping () throws -> Void
    ) -> Handle {
        let handle = Handle(context: context, when: .nanoseconds(deadline), callback)
        handle.isTimer(of: self)
        _ = timers.add(deadline: deadline, .retaining(handle, .handle))
        return handle
    }

    /// From any thread: calls `callback` on the loop, in the order sent (`loop.call_soon_threadsafe`).
    public func callSoonThreadsafe(_ callback: @escaping @Loop () throws -> Void) {
        inbox.push(.retaining(Handle { try Loop.assumeIsolated(callback) }, .handle))
    }

    func timerWasCancelled() {
        timers.noteCancellation(isDead: isDead)
    }
}

extension Int64 {
    /// `Duration.seconds(.max)` from now is never, not a negative time.
    func addingClamped(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }
}
