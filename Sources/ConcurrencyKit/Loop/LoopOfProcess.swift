/// What the module Takeover needs of a loop, which then runs all the Swift tasks of the process, and not the kit's alone.
package protocol ForeignTaskObserver: AnyObject {
    /// It is queued: a new task, or one that has waited.
    func becameReady(_ job: UnownedJob)
    func begins(_ job: UnownedJob)
    /// It waits for something, or has ended; `job` may be gone, and is good for telling which it was only.
    func returned(_ job: UnownedJob)
}

extension EventLoop {
    private static let processLoop = Guarded<EventLoop?>(nil)

    /// The loop on which `run` runs, if all the tasks of the process belong to one.
    package static var ofProcess: EventLoop? { processLoop.withLock { $0 } }

    /// Makes this the loop of the process, and of the calling thread from now on: an asynchronous `main` runs up to its first
    /// suspension before anybody asks the main executor to run.
    package func becomeLoopOfProcess() {
        EventLoop.processLoop.withLock { $0 = self }
        CurrentLoop.set(self)
    }

    /// Runs what comes until ``stopServing()``: the main executor of a program with an asynchronous `main`.
    ///
    /// - Parameter grace: how long, in real nanoseconds, a thread that the loop does not know of may take to send something
    ///   when nothing else can ever become ready.
    package func serve(grace: Int64) throws {
        try running {
            stopRequested = false
            while !stopRequested {
                do {
                    try iterate()
                } catch {
                    if !inbox.wait(nanoseconds: grace) { throw error }
                }
            }
        }
    }

    package func stopServing() {
        stopRequested = true
        inbox.wake()
    }

    /// The number of a task that is not the kit's, in the trace.
    package func nextTaskNumber() -> Int {
        taskCount += 1
        return taskCount
    }

    package func emit(_ kind: TraceEvent.Kind, task: Int) { tracer?.emit(kind, task, on: self) }
}
