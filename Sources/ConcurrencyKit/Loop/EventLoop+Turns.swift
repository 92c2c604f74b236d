extension EventLoop {
    // MARK: What becomes ready

    func schedule(_ job: UnownedJob, _ kind: ReadyEntry.Kind, after delay: Duration) {
        _ = timers.add(deadline: timeNanoseconds.addingClamped(delay.wholeNanoseconds), .job(job, kind))
    }

    /// Puts an entry at the end of the queue: behind what other threads have sent by now, as if they had put it there
    /// themselves (promise 298).
    @inline(__always)
    func schedule(_ entry: ReadyEntry) {
        if !inbox.isEmpty { takeInbox() }
        ready.push(entry)
    }

    @inline(never)
    func takeInbox() {
        for entry in inbox.drain() {
            if entry.kind == .taskJob || entry.kind == .serialJob { wasWokenByOthers = true }
            ready.push(entry)
        }
    }

    /// A job of the Swift runtime, on the loop's own thread.
    @inline(__always)
    func enqueue(_ job: UnownedJob, _ kind: ReadyEntry.Kind) {
        let entry = ReadyEntry.job(job, kind)
        // The running task hops between the faces, or the loop itself asked for this resumption: no turn of its own.
        if caught == nil, catching || entry.pointer == runningJob {
            caught = entry
        } else {
            if foreignTasks != nil || tracer != nil, away[entry.pointer] == nil {
                if let foreignTasks { foreignTasks.becameReady(job) } else { current?.noteForeignTask() }
            }
            schedule(entry)
        }
    }

    // MARK: Running one entry

    /// From now on it is this task that runs.
    @inline(__always)
    func enter(_ task: TaskCore) {
        if stopwatch != nil { lap(to: task) }
        current = task
        contextSlot.context = task.context
    }

    func run(_ entry: ReadyEntry) {
        switch entry.kind {
        case .taskJob, .serialJob:
            if let foreignTasks, away[entry.pointer] == nil {
                foreignTasks.begins(entry.job)
                runJob(entry)
                foreignTasks.returned(entry.job)
            } else {
                runJob(entry)
            }
        case .continuation: resume(entry.continuation)
        case .handle: entry.take(as: Handle.self).fire(on: self)
        case .callbacks: entry.take(as: FutureCore.self).fireCallbacks()
        case .start: start(entry.take(as: TaskCore.self))
        case .wake: entry.take(as: TaskCore.self).timerFired()
        }
    }

    /// Resumes a task at its kit suspension point and runs it until it suspends again or ends.
    @inline(__always)
    func resume(_ continuation: UnsafeContinuation<Void, Never>) {
        runCaught { continuation.resume() }
    }

    /// Runs the job that `enqueuing` puts on the loop, now.
    @inline(__always)
    func runCaught(_ enqueuing: () -> Void) {
        catching = true
        caught = nil
        enqueuing()
        catching = false
        if let job = caught {
            // With both faces current, so that the hops of a kit primitive are none.
            runJob(.job(job.job, .serialJob))
        }
    }

    func runJob(_ first: ReadyEntry) {
        var entry = first
        while true {
            caught = nil
            runningJob = entry.pointer
            if !away.isEmpty, let task = away.removeValue(forKey: runningJob) {
                enter(task)
                tracer?.emit(.resumed, task.id, on: self)
            }
            if entry.kind == .serialJob {
                entry.job.runSynchronously(isolatedTo: serialReference, taskExecutor: taskReference)
            } else {
                entry.job.runSynchronously(on: taskReference)
            }
            let ranJob = entry.pointer
            runningJob = 0
            let next = caught
            if let task = current, next?.pointer != ranJob {
                // It returned without passing a suspension point of the kit: a foreign await.
                away[ranJob] = task
                current = nil
                task.leftTheLoop()
            }
            guard let next else { break }
            entry = next
        }
        caught = nil
    }

    // MARK: Iterations

    /// Runs until ``stopRequested``. Throws `Deadlock` when nothing can ever become ready again.
    func runUntilStopped() throws(Deadlock) {
        stopRequested = false
        while !stopRequested { try iterate() }
    }

    /// Runs what is ready; if nothing is, lets time pass.
    func iterate() throws(Deadlock) {
        if !inbox.isEmpty { takeInbox() }
        Interrupt.deliver(to: self)
        fireDueTimers()
        if ready.isEmpty {
            try waitForWork()
        } else {
            runBatch()
        }
    }

    /// An iteration that lets no time pass.
    func runWhatIsReady() {
        if !inbox.isEmpty { takeInbox() }
        fireDueTimers()
        runBatch()
    }

    @inline(__always)
    private func runBatch() {
        batch = ready.count
        while batch > 0 {
            batch -= 1
            if isReordered { pickNext() }
            if slowCallbackDuration != nil, clockKind == .continuous {
                runMeasured(ready.pop())
            } else {
                run(ready.pop())
            }
        }
    }

    private func runMeasured(_ entry: ReadyEntry) {
        stopwatch = Stopwatch(start: SystemClock.nanoseconds, task: nil)
        run(entry)
        lap(to: nil)
        stopwatch = nil
    }

    /// Reports the turn that ends here if it was slow. One entry of the queue may be several turns: the starts that a carrier
    /// takes, or the tasks that wait for one future.
    @inline(never)
    private func lap(to task: TaskCore?) {
        guard let ended = stopwatch, let slowCallbackDuration else { return }
        let taken = Duration.nanoseconds(SystemClock.nanoseconds &- ended.start)
        if taken > slowCallbackDuration { report(.slowCallback(taken), error: nil, task: ended.task) }
        stopwatch = Stopwatch(start: SystemClock.nanoseconds, task: task)
    }

    private func fireDueTimers() {
        guard let first = timers.first else { return }
        if clockKind == .continuous { now = timeNanoseconds }
        guard first.deadline <= now else { return }
        while let timer = timers.first, timer.deadline <= now {
            _ = timers.popFirst()
            fire(timer)
        }
    }

    private func fire(_ timer: TimerQueue.Timer) {
        if isDead(timer) {
            timer.entry.discard()
            timers.buriedOne()
            return
        }
        switch timer.entry.kind {
        case .wake: timer.entry.peek(as: TaskCore.self).willWake()
        case .handle: timer.entry.peek(as: Handle.self).isTimer(of: nil)
        default: break
        }
        ready.push(timer.entry)
    }

    func isDead(_ timer: TimerQueue.Timer) -> Bool {
        switch timer.entry.kind {
        case .wake: !timer.entry.peek(as: TaskCore.self).sleeps(untilTimer: timer.number)
        case .handle: timer.entry.peek(as: Handle.self).isCancelled
        default: false
        }
    }

    /// Nothing is ready: jumps to the next timer, or waits for a timer or another thread.
    private func waitForWork() throws(Deadlock) {
        while let timer = timers.first, isDead(timer) {
            _ = timers.popFirst()
            fire(timer)
        }
        if !whenQuiet.isEmpty { return reportQuiet() }
        switch (clockKind, timers.first) {
        case (.virtual, let timer?) where outstanding.count == 0:
            // A thread that has stopped working may have sent something just before: that comes first.
            guard inbox.isEmpty else { return }
            // A task that is away may be waiting for one that sleeps here, so it does not hold the clock.
            jump(to: timer.deadline)
        case (.virtual, let timer?):
            // A thread works, and nobody knows how long: until it is through, virtual time passes no faster than real time.
            // It passes in jumps all the same, so that what a program prints of it does not depend on how long threads take.
            let start = SystemClock.nanoseconds
            let left = max(0, timer.deadline &- now &- waitedForThreads)
            if inbox.wait(nanoseconds: min(left, patience ?? left)) {
                waitedForThreads &+= SystemClock.nanoseconds &- start
            } else if let patience, patience < left {
                throw Deadlock(tasks: tasks.array)
            } else {
                jump(to: timer.deadline)
            }
        case (.continuous, let timer?):
            inbox.wait(nanoseconds: max(0, timer.deadline &- timeNanoseconds))
        case (_, nil) where outstanding.count == 0 && (away.isEmpty || foreignTasks != nil) && inbox.isEmpty:
            throw Deadlock(tasks: tasks.array)
        default:
            if !inbox.wait(nanoseconds: patience) { throw Deadlock(tasks: tasks.array) }
        }
    }

    private func jump(to deadline: Int64) {
        now = max(now, deadline)
        waitedForThreads = 0
        timeJumped?(now)
    }
}

/// When the present turn began, and whose it is; nil for that of a callback.
struct Stopwatch {
    let start: Int64
    let task: TaskCore?
}
