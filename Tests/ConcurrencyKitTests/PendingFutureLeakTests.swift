import Testing

@testable import ConcurrencyKit

/// A future that is never done keeps nothing alive when its loop has closed, whatever waits for it.
@Suite struct PendingFutureLeakTests {
    /// Whether the loop is left when `main` has ended and the loop has closed.
    private static func leaks(_ main: @escaping @Loop () async throws -> Void) throws -> Bool {
        weak var closed: EventLoop?
        do {
            let loop = EventLoop(clock: .virtual, trace: .none)
            closed = loop
            try loop.run(main)
            loop.close()
        }
        return closed != nil
    }

    @Test func aGatherIsFreed() throws {
        #expect(try !Self.leaks { _ = gatherFuture(Future<Int>()) })
        #expect(try !Self.leaks { _ = gatherFuture(gatherFuture(Future<Int>()), gatherFuture(Future<Int>())) })
    }

    @Test func aShieldIsFreed() throws {
        #expect(try !Self.leaks { _ = shield(Future<Int>()) })
        #expect(try !Self.leaks { _ = shield(gatherFuture(Future<Int>())) })
    }

    @Test func aDoneCallbackIsFreed() throws {
        #expect(try !Self.leaks { Future<Int>().addDoneCallback { _ in } })
    }

    @Test func anInterruptedWaitIsFreed() throws {
        #expect(try !Self.leaks { _ = try await wait(for: [Future<Int>()], timeout: .seconds(1)) })
        #expect(try !Self.leaks { createTask { try await Future<Int>().value } })
    }
}
