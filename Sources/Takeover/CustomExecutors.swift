#if os(Linux) && compiler(>=6.3) && compiler(<6.4) && !CONCURRENCYKIT_NO_SPI
    import ConcurrencyKit
    @_spi(ExperimentalCustomExecutors) @_spi(ExperimentalScheduling) import _Concurrency
    import Glibc

    // The one place that needs the SPI of a known toolchain; everything in it is as Swift 6.3 has it.

    extension Takeover {
        /// This was built by a Swift whose custom executors it knows.
        public static let isSupported = true

        static func takeExecutors(for loop: EventLoop) {
            LoopFactory.executors = loop.executors
            _createExecutors(factory: LoopFactory.self)
        }
    }

    private struct LoopFactory: ExecutorFactory {
        /// Set once, before the runtime asks for the first time.
        nonisolated(unsafe) static var executors: (task: LoopTaskExecutor, serial: LoopSerialExecutor)?

        static var mainExecutor: any MainExecutor { executors.unsafelyUnwrapped.serial }
        static var defaultExecutor: any TaskExecutor { executors.unsafelyUnwrapped.task }
    }

    extension LoopTaskExecutor: SchedulingExecutor {
        package func enqueue<C: Clock>(
            _ job: consuming ExecutorJob,
            after delay: C.Duration,
            tolerance: C.Duration?,
            clock: C
        ) { enqueue(job, after: nanoseconds(delay)) }
    }

    extension LoopSerialExecutor: MainExecutor, SchedulingExecutor {
        package var isMainExecutor: Bool { EventLoop.ofProcess?.executors.serial === self }

        package func enqueue<C: Clock>(
            _ job: consuming ExecutorJob,
            after delay: C.Duration,
            tolerance: C.Duration?,
            clock: C
        ) { enqueue(job, after: nanoseconds(delay)) }

        /// Half a second for threads that the loop does not know of; programs that wait for them for longer are no demos.
        package func run() throws {
            ForeignTrace.ofProcess?.mainReturned()
            do {
                try EventLoop.ofProcess?.serve(grace: 500_000_000)
            } catch {
                // Thrown on, it would become a crash report of the runtime.
                StandardError.write("\(error)")
                exit(1)
            }
        }
        package func stop() { EventLoop.ofProcess?.stopServing() }
    }

    /// The runtime passes durations of its own clocks only, and they measure in `Duration`.
    private func nanoseconds<Length: DurationProtocol>(_ delay: Length) -> Duration {
        (delay as? Duration) ?? .zero
    }

    extension UnownedJob {
        /// False for the helpers of `Task.sleep` and `Task.yield`, which only resume a task.
        var isTask: Bool { ExecutorJob(self).kind == .task }
    }
#else
    import ConcurrencyKit

    extension Takeover {
        public static let isSupported = false
        static func takeExecutors(for loop: EventLoop) {}
    }

    extension UnownedJob {
        var isTask: Bool { true }
    }
#endif
