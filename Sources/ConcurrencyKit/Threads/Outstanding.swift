import Synchronization

/// How many threads work for a loop just now. A virtual clock may not jump over what they are doing.
final class Outstanding: Sendable {
    private let number = Atomic<Int>(0)
    private let hasBegun = Atomic<Bool>(false)

    var count: Int { number.load(ordering: .sequentiallyConsistent) }
    /// Whether any has ever worked.
    var hasWorked: Bool { hasBegun.load(ordering: .relaxed) }

    func add(_ difference: Int) {
        number.add(difference, ordering: .sequentiallyConsistent)
        hasBegun.store(true, ordering: .relaxed)
    }
    func subtract(_ difference: Int) { number.subtract(difference, ordering: .sequentiallyConsistent) }
}

extension EventLoop {
    /// Tells the loop that another thread will call ``callSoonThreadsafe(_:)`` or ``submit(name:file:line:_:)``, so that it
    /// waits for it where it would otherwise end with ``Deadlock``. Needed only for threads that the kit did not start.
    ///
    ///     let hold = loop.hold()
    ///     Thread.detachNewThread {
    ///         loop.callSoonThreadsafe { try answer.setResult(42) }
    ///         hold.release()
    ///     }
    ///     print(try await answer.value)
    public func hold() -> LoopHold {
        outstanding.add(1)
        return LoopHold(loop: self)
    }
}

/// What ``EventLoop/hold()`` returns; it ends with ``release()``, or when nobody keeps it any more.
public final class LoopHold: Sendable {
    private let loop: EventLoop
    private let isReleased = Atomic<Bool>(false)

    init(loop: EventLoop) { self.loop = loop }

    deinit { release() }

    /// The loop need not wait any longer. From any thread; the second time it does nothing.
    public func release() {
        guard !isReleased.exchange(true, ordering: .sequentiallyConsistent) else { return }
        loop.outstanding.subtract(1)
        loop.inbox.wake()
    }
}
