/// Decides which of the entries that are ready a loop runs next: for checks that try many orders, and repeat one.
package protocol OrderSource: AnyObject {
    /// Among what it chooses.
    var reach: OrderReach { get }

    /// The index of the entry that runs next, 0 for the oldest. Asked only where there are two or more.
    func next(of entries: ReadyEntries) -> Int
}

package enum OrderReach: Sendable {
    /// What was ready when the iteration began, as in ``LoopOrder/shuffled(seed:)``: nobody gets more than a turn ahead.
    case iteration
    /// All that is ready by now: a task may be held up while another takes many turns.
    case everything
}

/// The entries of which one can be chosen, oldest first.
package struct ReadyEntries {
    package let count: Int
    private let loop: EventLoop

    init(count: Int, of loop: EventLoop) {
        self.count = count
        self.loop = loop
    }

    /// The number of the task that has its turn then; 0 for what is no task's, such as a callback.
    package func task(at index: Int) -> Int { loop.taskNumber(of: loop.ready.entry(at: index)) }
}

extension EventLoop {
    @inline(__always) var isReordered: Bool { shuffler != nil || orderSource != nil }

    /// Puts one of the entries of this iteration in front. It is out of `batch` already.
    func pickNext() {
        if let orderSource {
            let count = orderSource.reach == .iteration ? batch + 1 : ready.count
            guard count > 1 else { return }
            let chosen = orderSource.next(of: ReadyEntries(count: count, of: self))
            ready.moveToFront(min(max(chosen, 0), count - 1))
        } else if let chosen = shuffler?.next(below: batch + 1), chosen > 0 {
            ready.bringForward(chosen)
        }
    }

    /// Notes whose turn the entry of a continuation is, which does not say so itself.
    @inline(__always)
    func willSchedule(_ continuation: UnsafeContinuation<Void, Never>, of task: TaskCore?) {
        if orderSource != nil { waitingTurns[ReadyEntry.continuation(continuation).pointer] = task?.id }
    }

    fileprivate func taskNumber(of entry: ReadyEntry) -> Int {
        switch entry.kind {
        case .start, .wake: entry.peek(as: TaskCore.self).id
        case .continuation: waitingTurns[entry.pointer] ?? 0
        case .callbacks: entry.peek(as: FutureCore.self).firstWaiter ?? 0
        case .taskJob, .serialJob: away[entry.pointer]?.id ?? 0
        case .handle: 0
        }
    }
}
