#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The threads of a loop's ``toThread(_:)``: made when needed, at most 32, ended with the loop (promises 287 and 288).
final class ThreadPool: @unchecked Sendable {
    // Sendable: `state` is only touched with `mutex` held. A pthread mutex, because a condition variable needs one.
    private struct State {
        var jobs: [Job] = []
        var threads: [pthread_t] = []
        var idle = 0
        /// Threads that are at a job.
        var running = 0
        var isClosing = false
    }

    /// A call for a thread. Cancelled before it began, it never runs, as with `concurrent.futures`.
    final class Job: Sendable {
        private let work: Guarded<(@Sendable () -> Void)?>

        init(_ work: @escaping @Sendable () -> Void) { self.work = Guarded(work) }

        /// True if it will not run; false if it has begun.
        func cancel() -> Bool {
            work.withLock { work in
                defer { work = nil }
                return work != nil
            }
        }

        fileprivate func run() {
            let work = work.withLock { work in
                defer { work = nil }
                return work
            }
            work?()
        }
    }

    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var state = State()
    private static let most = 32

    /// Called by a thread that is through with a job.
    private let jobEnded: @Sendable () -> Void

    init(jobEnded: @escaping @Sendable () -> Void) {
        self.jobEnded = jobEnded
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        pthread_cond_destroy(condition)
        mutex.deallocate()
        condition.deallocate()
    }

    /// Some job has not ended.
    var isBusy: Bool {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return state.running > 0 || !state.jobs.isEmpty
    }

    func submit(_ job: Job) {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        state.jobs.append(job)
        if state.idle >= state.jobs.count {
            pthread_cond_signal(condition)
        } else if state.threads.count < ThreadPool.most {
            startThread()
        }
    }

    /// Returns when every job that has begun is over and every thread has ended.
    func close() {
        pthread_mutex_lock(mutex)
        state.isClosing = true
        let threads = state.threads
        pthread_cond_broadcast(condition)
        pthread_mutex_unlock(mutex)
        for thread in threads { pthread_join(thread, nil) }
    }

    private func startThread() {
        let pool = Unmanaged.passRetained(self).toOpaque()
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        let failure = pthread_create(
            &thread,
            nil,
            { pool in
                #if canImport(Darwin)
                    Unmanaged<ThreadPool>.fromOpaque(pool).takeRetainedValue().work()
                #else
                    if let pool { Unmanaged<ThreadPool>.fromOpaque(pool).takeRetainedValue().work() }
                #endif
                return nil
            },
            pool
        )
        if failure != 0 {
            // No thread to be had: the ones there are will come to it. The first is started with nothing else running.
            Unmanaged<ThreadPool>.fromOpaque(pool).release()
            return
        }
        #if canImport(Darwin)
            if let thread { state.threads.append(thread) }
        #else
            state.threads.append(thread)
        #endif
    }

    private func work() {
        pthread_mutex_lock(mutex)
        while true {
            if !state.jobs.isEmpty {
                let job = state.jobs.removeFirst()
                state.running += 1
                pthread_mutex_unlock(mutex)
                job.run()
                pthread_mutex_lock(mutex)
                state.running -= 1
                jobEnded()
            } else if state.isClosing {
                break
            } else {
                state.idle += 1
                pthread_cond_wait(condition, mutex)
                state.idle -= 1
            }
        }
        pthread_mutex_unlock(mutex)
    }
}
