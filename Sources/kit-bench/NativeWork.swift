import Dispatch
import Synchronization

/// The work on Swift's own tasks, on the global pool.
enum NativeWork {
    static func tasks(_ count: Int) -> Double? {
        onPool {
            let sum = await withTaskGroup(of: Int.self) { group in
                for _ in 0..<count { group.addTask { 1 } }
                return await group.reduce(0, +)
            }
            precondition(sum == count)
        }
    }

    static func sleeps(_ count: Int) -> Double? {
        onPool {
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<count { group.addTask { try? await Task.sleep(for: .milliseconds(10)) } }
            }
        }
    }

    static func turns(_ count: Int) -> Double? {
        onPool {
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<2 { group.addTask { for _ in 0..<count / 2 { await Task.yield() } } }
            }
        }
    }

    /// The nanoseconds that `body` takes.
    private static func onPool(_ body: @escaping @Sendable () async -> Void) -> Double? {
        let ended = DispatchSemaphore(value: 0)
        let taken = Taken()
        Task.detached {
            let start = ContinuousClock.now
            await body()
            taken.nanoseconds.withLock { $0 = (ContinuousClock.now - start) / .nanoseconds(1) }
            ended.signal()
        }
        ended.wait()
        return taken.nanoseconds.withLock { $0 }
    }

    private final class Taken: Sendable {
        let nanoseconds = Mutex(0.0)
    }
}
