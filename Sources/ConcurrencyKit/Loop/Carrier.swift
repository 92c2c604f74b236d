/// Swift tasks that run kit tasks, one after another: a Swift task costs several times what a kit task does.
struct CarrierPool {
    /// Parked carriers, each waiting to be handed a task.
    var idle: [UnsafeContinuation<Void, Never>] = []
    /// The task that the carrier which is being started or resumed shall run.
    var handOver: TaskCore?
    var isClosing = false
    /// More parked carriers than this would hold memory for nothing.
    static let most = 1024
}

/// One Swift task, for the kit task that it carries just now.
final class Carrier {
    /// To cancel a kit task natively while it is suspended outside of the kit. The flag is sticky: a carrier that was
    /// cancelled carries nothing else.
    fileprivate(set) var task: Task<Void, Never>?
}

extension EventLoop {
    /// Gives `task` its first turn, now.
    @inline(__always)
    func start(_ task: TaskCore) {
        carriers.handOver = task
        if let idle = carriers.idle.popLast() {
            resume(idle)
        } else {
            runCaught { startCarrier(Carrier(), on: self) }
        }
    }

    /// Gives `task` its first turn inside the turn of the running task, which goes on afterwards.
    func startNested(_ task: TaskCore) {
        let outer = (current, contextSlot.context, runningJob, catching, caught, batch, stopwatch)
        current = nil
        // It is part of the turn of the running task.
        stopwatch = nil
        // A carrier that is through with `task` must not take other tasks within this turn.
        batch = 0
        start(task)
        (current, contextSlot.context, runningJob, catching, caught, batch, stopwatch) = outer
    }

    /// A carrier that has just finished a task may take the next entry of the queue itself if that is a start.
    @inline(__always)
    fileprivate func takeNextStart() -> Bool {
        guard batch > 0, !ready.isEmpty, ready.first.kind == .start, !isReordered, !Task.isCancelled else {
            return false
        }
        batch -= 1
        carriers.handOver = ready.pop().take(as: TaskCore.self)
        return true
    }

    fileprivate var mayPark: Bool {
        !carriers.isClosing && carriers.idle.count < CarrierPool.most && !Task.isCancelled
    }

    /// Ends the parked carriers, so that a closed loop leaves no Swift task behind.
    func closeCarriers() {
        carriers.isClosing = true
        while let idle = carriers.idle.popLast() { resume(idle) }
    }

    /// The body of a carrier. Isolated to `Loop`, as the closures of the tasks are that it runs.
    @Loop
    fileprivate func carry(with carrier: Carrier) async {
        while let task = carriers.handOver {
            carriers.handOver = nil
            task.carrier = carrier
            do {
                let body = try task.begin()
                try await body(task)
                task.end(throwing: nil)
            } catch {
                task.end(throwing: error)
            }
            if takeNextStart() { continue }
            guard mayPark else { return }
            // A parked carrier must not keep the task that it has run, and its result.
            _ = consume task
            await withUnsafeContinuation { carriers.idle.append($0) }
        }
    }
}

/// Kept apart, and nonisolated, because a closure made in `@Loop` code would inherit that isolation and be refused by
/// `Task.init(executorPreference:)`.
private func startCarrier(_ carrier: Carrier, on loop: EventLoop) {
    // Both are used by this one task, on the loop's thread.
    nonisolated(unsafe) let unsafeCarrier = carrier
    carrier.task = Task(executorPreference: loop.executors.task) { await loop.carry(with: unsafeCarrier) }
}
