import Dispatch
import Foundation
import Synchronization

/// Runs an actor on one thread of its own, so that its methods may block without taking a thread of the cooperative
/// pool.
final class ThreadExecutor: SerialExecutor {
    private let jobs = Mutex<[UnownedJob]>([])
    private let isStopped = Mutex(false)
    private let ready = DispatchSemaphore(value: 0)

    init(name: String) {
        Thread.detachNewThread {
            Thread.current.name = name
            self.runJobs()
        }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
        ready.signal()
    }

    /// Ends the thread when its present job is done. Nothing may be enqueued afterwards.
    func stop() {
        isStopped.withLock { $0 = true }
        ready.signal()
    }

    private func runJobs() {
        while true {
            ready.wait()
            let job = jobs.withLock { $0.isEmpty ? nil : $0.removeFirst() }
            if let job {
                job.runSynchronously(on: asUnownedSerialExecutor())
            } else if isStopped.withLock({ $0 }) {
                return
            }
        }
    }
}
