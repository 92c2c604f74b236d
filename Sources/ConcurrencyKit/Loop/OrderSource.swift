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

/// The entries of which one can be chosen, oldest first. Calls (`callSoon` and its kin) come in the order in which they were
/// made, whatever the order of tasks (promises 21 and 298): of several, only the oldest can be chosen.
package struct ReadyEntries {
    /// Where they stand in the queue; nil if all of its first `count` can be chosen.
    private let places: [Int]?
    package let count: Int
    private let loop: EventLoop

    init(count: Int, of loop: EventLoop) {
        let calls = (0..<count).filter { loop.ready.entry(at: $0).kind == .handle }
        places = calls.count < 2 ? nil : (0..<count).filter { !calls.dropFirst().contains($0) }
        self.count = places?.count ?? count
        self.loop = loop
    }

    /// The number of the task that has its turn then; 0 for what is no task's, such as a callback.
    package func task(at index: Int) -> Int { loop.taskNumber(of: loop.ready.entry(at: place(of: index))) }

    func place(of index: Int) -> Int { places?[index] ?? index }
}

extension EventLoop {
    @inline(__always) var isReordered: Bool { shuffler != nil || orderSource != nil }

    /// Puts one of the entries of this iteration in front. It is out of `batch` already.
    func pickNext() {
        if let orderSource {
            let count = orderSource.reach == .iteration ? batch + 1 : ready.count
            guard count > 1 else { return }
            let entries = ReadyEntries(count: count, of: self)
            guard entries.count > 1 else { return }
            let chosen = orderSource.next(of: entries)
            ready.moveToFront(entries.place(of: min(max(chosen, 0), entries.count - 1)))
        } else if let chosen = shuffler?.next(below: batch + 1), chosen > 0 {
            bringForward(chosen)
        }
    }

    /// Puts an entry in front, and keeps calls in the order in which they were made.
    private func bringForward(_ chosen: Int) {
        var place = chosen
        if ready.entry(at: chosen).kind == .handle {
            place = (0...chosen).first { ready.entry(at: $0).kind == .handle } ?? chosen
        }
        // The first two change places, which takes no time; but a call must not come behind a later one.
        if ready.entry(at: 0).kind == .handle { ready.moveToFront(place) } else { ready.bringForward(place) }
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
