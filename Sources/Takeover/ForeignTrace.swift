import ConcurrencyKit

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A trace of Swift tasks that are not the kit's, in the kit's format: which became ready, began, waited and ended, and when.
/// What they wait for and where is not known: they say `native`.
///
/// The runtime does not tell that a task has ended. One that has run and never runs again has, so the events are kept
/// until the process ends, and then the last of each task is put right.
final class ForeignTrace: ForeignTaskObserver {
    private let file: TraceWriter?
    private var events: [TraceEvent] = []
    private weak var loop: EventLoop?
    /// Our numbers of the tasks, by the runtime's.
    private var numbers: [String: Int] = [:]
    private var started: Set<Int> = []
    private var lastEvent: [Int: Int] = [:]
    /// The task that runs.
    private var running: Int?
    private static let mostEvents = 1_000_000

    init(destination: TraceDestination, clock: LoopClock) {
        if case .file(let path) = destination { file = TraceWriter(path: path, clock: clock) } else { file = nil }
    }

    /// Where the loop is to send the events of tasks that are the kit's.
    var destination: TraceDestination {
        file == nil ? .none : .handler { [unowned self] in append($0) }
    }

    func attach(to loop: EventLoop) {
        loop.foreignTasks = self
        guard file != nil else { return }
        self.loop = loop
        ForeignTrace.ofProcess = self
        // An asynchronous `main` ends by `exit`.
        atexit { ForeignTrace.ofProcess?.finish() }
    }

    /// For `atexit`, which takes a function that captures nothing. Set before the program has a second thread.
    private(set) nonisolated(unsafe) static var ofProcess: ForeignTrace?

    func becameReady(_ job: UnownedJob) {
        guard file != nil, job.isTask else { return }
        if let loop, !loop.isRunning { mainRuns() }
        let key = job.description
        let known = numbers[key]
        let number = known ?? numberNewTask(key)
        if known == nil { emit(.created(name: "Task-\(number)", parent: running, scope: nil), number) }
        emit(.ready, number)
    }

    func begins(_ job: UnownedJob) {
        guard file != nil, job.isTask, let number = numbers[job.description] else { return }
        running = number
        emit(started.insert(number).inserted ? .started : .resumed, number)
    }

    func returned(_ job: UnownedJob) {
        guard let number = running else { return }
        running = nil
        emit(.suspended(on: .native), number)
    }

    /// An asynchronous `main` runs up to its first suspension before the runtime asks the executor for anything, and it is
    /// the first task of the process.
    private func mainRuns() {
        guard running == nil, numbers.isEmpty else { return }
        let number = numberNewTask("UnownedJob(id: 1)")
        emit(.created(name: "Task-\(number)", parent: nil, scope: nil), number)
        emit(.ready, number)
        emit(.started, number)
        started.insert(number)
        running = number
    }

    /// The main executor has been asked to run: `main` waits for something.
    func mainReturned() {
        guard file != nil else { return }
        mainRuns()
        if let running { emit(.suspended(on: .native), running) }
        running = nil
    }

    private func numberNewTask(_ key: String) -> Int {
        let number = loop?.nextTaskNumber() ?? 0
        numbers[key] = number
        return number
    }

    private func emit(_ kind: TraceEvent.Kind, _ number: Int) { loop?.emit(kind, task: number) }

    private func append(_ event: TraceEvent) {
        guard events.count < ForeignTrace.mostEvents else { return }
        lastEvent[event.task] = events.count
        events.append(event)
    }

    private func finish() {
        for (task, index) in lastEvent where started.contains(task) {
            let last = events[index]
            guard last.kind == .suspended(on: .native) else { continue }
            events[index] = TraceEvent(
                seq: last.seq,
                time: last.time,
                realTime: last.realTime,
                task: last.task,
                kind: .finished(.value("")),
                location: nil
            )
        }
        if let running { loop?.emit(.finished(.value("")), task: running) }
        for event in events { file?.append(event.jsonLine) }
        events = []
        file?.close()
    }
}
