/// An event loop: runs tasks and callbacks one at a time, in the order in which they became ready.
///
///     let loop = EventLoop(clock: .virtual)
///     let value = try loop.run { try await fetch() }
///
/// The function ``run(clock:order:cancellation:file:line:_:)`` makes one, runs one main task on it and closes it, as `asyncio.run` does. Make your own to
/// run several mains one after the other on one loop (asyncio's `Runner`), or to choose its clock and trace.
///
/// A loop belongs to the thread that runs it. Only ``callSoonThreadsafe(_:)`` may be called from other threads.
public final class EventLoop: @unchecked Sendable {
    // Sendable by the rule above: all but `inbox` and the executors is touched only by the thread that runs the loop.
    // The fields opt out of exclusivity checking because they are touched several times per turn; every access
    // is short and none calls out.
    package let executors: (task: LoopTaskExecutor, serial: LoopSerialExecutor)
    let home: LoopHome
    let taskReference: UnownedTaskExecutor
    let serialReference: UnownedSerialExecutor
    let inbox = Inbox()
    let clockKind: LoopClock
    let cancellation: CancellationStyle
    /// Nil: first in, first out.
    @exclusivity(unchecked) var shuffler: Shuffler?
    /// Goes before `shuffler`. To be set before the first run.
    @exclusivity(unchecked) package var orderSource: (any OrderSource)?
    /// With an `orderSource`: the numbers of the tasks whose continuations are queued.
    @exclusivity(unchecked) var waitingTurns: [UInt: Int] = [:]
    /// Called once, when nothing can run before time passes.
    @exclusivity(unchecked) package var whenQuiet: [() -> Void] = []
    /// Real nanoseconds for which the loop waits for threads and for what the kit does not know, before it gives up with `Deadlock`.
    /// Nil: for ever.
    @exclusivity(unchecked) var patience: Int64?

    @exclusivity(unchecked) var ready = ReadyQueue()
    @exclusivity(unchecked) var timers = TimerQueue()
    /// Virtual: the present. Continuous: the last reading.
    @exclusivity(unchecked) var now: Int64 = 0
    /// Continuous: what the system's clock said when the loop was made.
    let epoch: Int64

    /// Entries left of this iteration; what becomes ready meanwhile waits for the next (promise 21).
    @exclusivity(unchecked) var batch = 0
    /// The runtime's task of the job that is running, to recognise a hop of that task between the two faces.
    @exclusivity(unchecked) var runningJob: UInt = 0
    /// Set while the loop itself resumes a continuation: the job that this enqueues is caught in `caught` and run at once.
    @exclusivity(unchecked) var catching = false
    @exclusivity(unchecked) var caught: ReadyEntry?
    @exclusivity(unchecked) var stopRequested = false
    /// Swift code was waiting for another thread, and not by the kit: for a timer of the runtime, a bare `Task { }`, the main actor.
    @exclusivity(unchecked) package internal(set) var wasWokenByOthers = false
    /// In `run` (`loop.is_running()`). For the loop's own thread.
    @exclusivity(unchecked) public internal(set) var isRunning = false
    /// Takes no work any more (`loop.is_closed()`). For the loop's own thread.
    @exclusivity(unchecked) public internal(set) var isClosed = false

    /// The kit task that is running. Cleared at every suspension point of the kit, so that one which is still set
    /// when its job returns tells of an `await` that the kit does not know.
    @exclusivity(unchecked) var current: TaskCore?
    /// Kit tasks in such a foreign `await`, by the runtime's task that carries them.
    @exclusivity(unchecked) var away: [UInt: TaskCore] = [:]
    /// The slot of the thread that runs the loop.
    @exclusivity(unchecked) var contextSlot = Context.Slot()
    /// What main tasks run in, and what they set for each other (promise 15).
    let context: Context
    @exclusivity(unchecked) var carriers = CarrierPool()
    /// Unfinished tasks in creation order.
    @exclusivity(unchecked) var tasks = TaskList()
    /// Threads that work for this loop and will come back through the inbox.
    let outstanding = Outstanding()
    /// Threads of `toThread` that wait for this loop just now.
    let waitingThreads = Outstanding()
    /// Made for the first `toThread`.
    @exclusivity(unchecked) var threadPool: ThreadPool?

    @exclusivity(unchecked) var taskCount = 0
    @exclusivity(unchecked) var autoNameCount = 0
    @exclusivity(unchecked) var futureCount = 0
    @exclusivity(unchecked) var callbackCount = 0
    @exclusivity(unchecked) var scopeCount = 0
    @exclusivity(unchecked) var unawaited = UnawaitedCoroutines()
    @exclusivity(unchecked) var unread = UnreadErrors()
    /// Pending gathers and shields of futures that are no tasks. They and what they wait for hold each other, and such a future may
    /// never be done: ``close()`` parts them.
    @exclusivity(unchecked) var waitingForFutures: [ObjectIdentifier: FutureCore] = [:]
    /// The main task while Ctrl-C shall cancel it.
    @exclusivity(unchecked) var interruptible: TaskCore?
    /// The main task that Ctrl-C has cancelled.
    @exclusivity(unchecked) var interrupted: TaskCore?
    @exclusivity(unchecked) var tracer: Tracer?
    /// Real time in nanoseconds that has passed since virtual time stands still, while threads were working: many short
    /// calls of threads must not hold the next timer up for ever.
    @exclusivity(unchecked) var waitedForThreads: Int64 = 0
    /// Told when virtual time has moved on, in nanoseconds.
    @exclusivity(unchecked) package var timeJumped: ((Int64) -> Void)?
    /// Told of Swift tasks on this loop that are not the kit's.
    @exclusivity(unchecked) package var foreignTasks: (any ForeignTaskObserver)?

    /// Runs while a turn is measured for `slowCallbackDuration`.
    @exclusivity(unchecked) var stopwatch: Stopwatch?
    /// What the trace has said already of tasks that left the loop.
    @exclusivity(unchecked) var departures: Set<Departure> = []

    /// Real time only: a turn that takes longer is reported as `.slowCallback` (asyncio's `slow_callback_duration`, which
    /// its debug mode sets to 0.1 s; promise 26). Nil, the default, measures nothing.
    @exclusivity(unchecked) public var slowCallbackDuration: Duration?

    /// Told of what no task is left to be told of: see ``LoopReport``. Nil (the default) leaves it to the trace.
    @exclusivity(unchecked) public var exceptionHandler: ((LoopReport) -> Void)?

    /// How tasks made from now on are started (`set_task_factory`, promise 184).
    @exclusivity(unchecked) public var taskFactory: TaskFactory

    /// - Parameters:
    ///   - clock: by default what `CONCURRENCYKIT_CLOCK` says ("virtual" or "continuous"), else continuous.
    ///   - taskFactory: `.eager` runs each task at once, up to its first suspension.
    ///   - order: by default shuffled by what `CONCURRENCYKIT_SEED` says, else first in, first out.
    ///   - cancellation: `.level` makes every suspension point throw while a request to cancel stands.
    ///   - trace: where the events of this loop go; by default the file that `CONCURRENCYKIT_TRACE` names, else nowhere.
    public init(
        clock: LoopClock = .fromEnvironment,
        order: LoopOrder = .fromEnvironment,
        cancellation: CancellationStyle = .edge,
        trace: TraceDestination = .fromEnvironment,
        taskFactory: TaskFactory = .standard
    ) {
        self.taskFactory = taskFactory
        self.cancellation = cancellation
        if case .shuffled(let seed) = order { shuffler = Shuffler(seed: seed) }
        clockKind = clock
        let home = LoopHome()
        self.home = home
        executors = (LoopTaskExecutor(home: home), LoopSerialExecutor(home: home))
        taskReference = executors.task.asUnownedTaskExecutor()
        serialReference = executors.serial.asUnownedSerialExecutor()
        epoch = clock == .virtual ? 0 : SystemClock.nanoseconds
        context = Context.copy()
        tracer = Tracer(destination: trace, clock: clock)
        home.open(self)
    }

    deinit {
        home.close()
        ready.destroy()
        timers.removeAll()
        // The runtime may still hold the two faces unowned, for a task that suspended outside the kit and was left
        // there. A hundred bytes a loop are the price of never jumping into freed memory.
        _ = Unmanaged.passRetained(executors.task)
        _ = Unmanaged.passRetained(executors.serial)
    }

    /// The loop that runs on this thread, if one does.
    public static var running: EventLoop? { CurrentLoop.loop }

    /// Loop time: since the loop was made, to the nanosecond. Never goes back.
    public var time: Duration { .nanoseconds(timeNanoseconds) }

    @inline(__always)
    var timeNanoseconds: Int64 {
        clockKind == .virtual ? now : SystemClock.nanoseconds &- epoch
    }

    /// The task of this loop that is running; nil in a plain callback, and while the loop does not run (`asyncio.current_task(loop)`,
    /// promise 303). For the loop's own thread.
    public var currentTask: LoopTask<Any>? { current.map { LoopTask(core: $0) } }

    /// Unfinished tasks, started or not, the running one included, in creation order.
    public var allTasks: [LoopTask<Any>] { tasks.array.map { LoopTask(core: $0) } }
}

/// How a loop's time passes.
public enum LoopClock: Sendable {
    /// Time stands still while anything can run and jumps to the next timer when nothing can. A day of sleeping takes
    /// microseconds, and the same program gives the same result every time.
    case virtual
    /// Real time: the system's monotonic clock.
    case continuous

    /// What `CONCURRENCYKIT_CLOCK` says ("virtual" or "continuous"), else continuous.
    public static var fromEnvironment: LoopClock {
        environmentVariable("CONCURRENCYKIT_CLOCK") == "virtual" ? .virtual : .continuous
    }
}
