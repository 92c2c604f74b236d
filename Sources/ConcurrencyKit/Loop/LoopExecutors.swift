/// A loop has two faces for the Swift runtime: one as the executor of tasks (`nonisolated` code) and one as the
/// executor of an actor (`@Loop` code). Both lead to the same queue, and a hop between them costs no turn.
///
/// They are objects of their own, apart from the loop, because the runtime keeps them unowned: a job that arrives
/// after the loop has closed must find a face that can still refuse it.
final class LoopTaskExecutor: TaskExecutor {
    let home: LoopHome
    init(home: LoopHome) { self.home = home }

    func enqueue(_ job: consuming ExecutorJob) { home.enqueue(UnownedJob(job), .taskJob) }
}

final class LoopSerialExecutor: SerialExecutor {
    let home: LoopHome
    init(home: LoopHome) { self.home = home }

    func enqueue(_ job: consuming ExecutorJob) { home.enqueue(UnownedJob(job), .serialJob) }
    func checkIsolated() { precondition(home.isCurrent, "this code is isolated to @Loop but runs on another thread") }
    func isIsolatingCurrentContext() -> Bool? { home.isCurrent }
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
