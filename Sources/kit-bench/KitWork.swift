import ConcurrencyKit

/// The work on the kit.
enum KitWork {
    static func tasks(_ count: Int) -> Double? {
        onLoop(.virtual) {
            let results = try await gather((0..<count).map { _ in createTask { 1 } })
            precondition(results.count == count)
        }
    }

    static func sleeps(_ count: Int, clock: LoopClock) -> Double? {
        onLoop(clock) {
            try await gather((0..<count).map { _ in createTask { try await sleep(for: .milliseconds(10)) } })
        }
    }

    static func turns(_ count: Int) -> Double? {
        onLoop(.virtual) {
            try await gather((0..<2).map { _ in createTask { try await takeTurns(count / 2) } })
        }
    }

    private static func takeTurns(_ count: Int) async throws {
        for _ in 0..<count { try await sleep(for: .zero) }
    }

    /// The nanoseconds that `body` takes, without the making and closing of the loop.
    private static func onLoop(_ clock: LoopClock, _ body: @escaping @Loop () async throws -> Void) -> Double? {
        let loop = EventLoop(clock: clock, order: .fifo, trace: .none)
        defer { loop.close() }
        return try? loop.run {
            let start = ContinuousClock.now
            try await body()
            return (ContinuousClock.now - start) / .nanoseconds(1)
        }
    }
}
