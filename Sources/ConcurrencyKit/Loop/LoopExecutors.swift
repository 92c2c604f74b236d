/// A loop has two faces for the Swift runtime: one as the executor of tasks (`nonisolated` code) and one as the
/// executor of an actor (`@Loop` code). Both lead to the same queue, and a hop between them costs no turn.
///
/// They are objects of their own, apart from the loop, because the runtime keeps them unowned: a job that arrives
/// after the loop has closed must find a face that can still refuse it.
package final class LoopTaskExecutor: TaskExecutor {
    let home: LoopHome
    init(home: LoopHome) { self.home = home }

    package func enqueue(_ job: consuming ExecutorJob) { home.enqueue(UnownedJob(job), .taskJob) }
}

package final class LoopSerialExecutor: SerialExecutor {
    let home: LoopHome
    init(home: LoopHome) { self.home = home }

    package func enqueue(_ job: consuming ExecutorJob) { home.enqueue(UnownedJob(job), .serialJob) }
    package func checkIsolated() {
        precondition(home.isCurrent, "this code is isolated to @Loop but runs on another thread")
    }
    package func isIsolatingCurrentContext() -> Bool? { home.isCurrent }
}

extension LoopTaskExecutor {
    package func enqueue(_ job: consuming ExecutorJob, after delay: Duration) {
        home.enqueue(UnownedJob(job), .taskJob, after: delay)
    }
}

extension LoopSerialExecutor {
    package func enqueue(_ job: consuming ExecutorJob, after delay: Duration) {
        home.enqueue(UnownedJob(job), .serialJob, after: delay)
    }
}

/// The way from an executor to its loop, which ends when the loop closes.
final class LoopHome: Sendable {
    /// Unretained. The loop's own thread reads it without the lock through ``CurrentLoop``.
    private let loop = Guarded<Unmanaged<EventLoop>?>(nil)

    func open(_ loop: EventLoop) {
        let unretained = Unmanaged.passUnretained(loop)
        self.loop.withLock { $0 = unretained }
    }

    func close() { loop.withLock { $0 = nil } }

    var isCurrent: Bool { CurrentLoop.loop?.home === self }

    @inline(__always)
    func enqueue(_ job: UnownedJob, _ kind: ReadyEntry.Kind) {
        if let current = CurrentLoop.loop, current.home === self {
            current.enqueue(job, kind)
        } else {
            // A job for a closed loop is dropped: its task never goes on, like a coroutine of a closed asyncio loop.
            loop.withLock { $0?._withUnsafeGuaranteedRef { $0.inbox.push(.job(job, kind)) } }
        }
    }
}

extension LoopHome {
    /// Puts the job on the loop when `delay` has passed.
    func enqueue(_ job: UnownedJob, _ kind: ReadyEntry.Kind, after delay: Duration) {
        if let current = CurrentLoop.loop, current.home === self {
            current.schedule(job, kind, after: delay)
        } else {
            loop.withLock {
                $0?._withUnsafeGuaranteedRef { loop in
                    // Unretained: a handle in a loop's own inbox does not outlive it.
                    let timer = Handle { [unowned loop] in loop.schedule(job, kind, after: delay) }
                    loop.inbox.push(.retaining(timer, .handle))
                }
            }
        }
    }
}

/// Takes `@Loop` work that was started on a thread without a loop, and gives it to the next loop that runs.
final class StrayExecutor: SerialExecutor {
    static let shared = StrayExecutor()
    private let state = Guarded((jobs: [UnownedJob](), homes: [LoopHome]()))

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let home = state.withLock { state -> LoopHome? in
            if let home = state.homes.first { return home }
            state.jobs.append(job)
            return nil
        }
        home?.enqueue(job, .serialJob)
    }

    /// Registers a loop that began to run, and hands it what has waited for one.
    func began(_ home: LoopHome) {
        let jobs = state.withLock { state in
            state.homes.append(home)
            defer { state.jobs = [] }
            return state.jobs
        }
        for job in jobs { home.enqueue(job, .serialJob) }
    }

    func ended(_ home: LoopHome) {
        state.withLock { $0.homes.removeAll { $0 === home } }
    }
}
