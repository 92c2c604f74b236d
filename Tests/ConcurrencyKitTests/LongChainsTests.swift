import ConcurrencyKit
import Testing

/// Chains of awaiting tasks that are longer than a thread's stack: what walks them takes time in proportion to their length,
/// and no stack.
@Suite struct LongChainsTests {
    private static let length = 10_000

    /// `length` tasks, each of which awaits the one before it, and the first `first`. Returned in creation order.
    private static func chain(_ first: @escaping () async throws -> Void) -> [LoopTask<Void>] {
        var tasks = [createTask(first)]
        for _ in 1..<length {
            let previous = tasks[tasks.count - 1]
            tasks.append(createTask { try await previous.value })
        }
        return tasks
    }

    @Test func closingALoopWithALongStuckChainTakesNoTime() throws {
        for awaitedComesFirst in [true, false] {
            let counts = Guarded<[Int]>([])
            let loop = EventLoop(clock: .virtual, trace: .none)
            let tasks = try loop.run {
                let body = { @Sendable () async throws -> Void in
                    do { try await sleep(for: .seconds(1)) } catch {
                        counts.withLock { $0.append(ownCount) }
                        throw error
                    }
                }
                let tasks = awaitedComesFirst ? Self.chain(body) : Self.reversedChain(body)
                try await sleep(for: .zero)
                try await sleep(for: .zero)
                return tasks
            }
            let start = ContinuousClock.now
            loop.close()
            // In a debug build; a walk down the chain for each task took more than 20 s.
            #expect(ContinuousClock.now - start < .seconds(10))
            #expect(counts.withLock { $0 } == [Self.length])
            #expect(tasks.allSatisfy { $0.cancelled })
            // Each was asked by itself, and through each that awaits it.
            #expect(tasks.map(\.cancelling).sorted() == Array(1...Self.length))
        }
    }

    /// Each awaits one that is created after it.
    private static func reversedChain(_ last: @escaping () async throws -> Void) -> [LoopTask<Void>] {
        final class Next { var task: LoopTask<Void>? }
        let links = (0...length).map { _ in Next() }
        return (0..<length).map { index in
            let task = createTask {
                if let next = links[index + 1].task { try await next.value } else { try await last() }
            }
            links[index].task = task
            return task
        }
    }

    @Test func treeOfALongChainTakesNoStack() throws {
        try run(clock: .virtual) {
            let tasks = Self.chain { try await sleep(for: .seconds(1)) }
            try await sleep(for: .zero)
            let tree = try #require(EventLoop.running).tree()
            var depth = 0
            var node = tree.roots.last
            while let next = node {
                depth += 1
                node = next.waitsFor.first
            }
            #expect(depth == tasks.count)
            try await gather(tasks)
        }
    }

    @Test func treeOfADeepNestOfGathersTakesNoStack() throws {
        try run(clock: .virtual) {
            let leaf = createTask { try await sleep(for: .seconds(1), returning: 7) }
            // Its type would grow with its depth; so each level is read by a future of its own kind.
            var nested: Future<[Int]> = gatherFuture(leaf)
            for _ in 1..<Self.length { nested = gatherFuture(FirstOf(nested)) }
            try await sleep(for: .zero)
            #expect(try #require(EventLoop.running).tree().roots.count == 2)
            #expect(try await nested.value == [7])
        }
    }

    /// A gather of one as its only result: a task that awaits a gather that awaits a task.
    private struct FirstOf: Awaitable {
        let gathering: Future<[Int]>
        init(_ gathering: Future<[Int]>) { self.gathering = gathering }
        var value: Int {
            get async throws { try await gathering.value[0] }
        }
    }

    /// Chains, and what a request must walk by itself: a circle, a gather, a hold. With a trace, which tells of each request,
    /// the tasks are cancelled one after another.
    @Test func leftoversAreCancelledAsIfOneAfterAnother() throws {
        let together = try endOfLeftovers(trace: .none)
        #expect(together.count == 10)
        #expect(try together == endOfLeftovers(trace: .handler { _ in }))
    }

    /// Who was told to end, in this order, and what its count was.
    private func endOfLeftovers(trace: TraceDestination) throws -> [String] {
        let seen = Guarded<[String]>([])
        let loop = EventLoop(clock: .virtual, trace: trace)
        func narrate(_ name: String, _ seconds: Int, _ body: () async throws -> Void) async throws {
            do { try await body() } catch {
                try? await sleep(for: .seconds(seconds))
                seen.withLock { $0.append("\(name) \(ownCount)") }
                throw error
            }
        }
        try loop.run {
            final class Circle { var first: LoopTask<Void>? }
            let circle = Circle()
            let one = createTask { try await narrate("one", 0) { try await circle.first?.value } }
            circle.first = createTask { try await narrate("two", 1) { try await one.value } }
            let leaf = createTask { try await narrate("leaf", 1) { try await sleep(for: .seconds(9)) } }
            let gatherer = createTask { try await narrate("gatherer", 0) { try await gather(leaf, leaf) } }
            createTask { try await narrate("waiter", 0) { try await gatherer.value } }
            let holder = createTask {
                try await withCancellationHeld { try await sleep(for: .seconds(1)) }
                try await narrate("holder", 2) { try await sleep(for: .seconds(9)) }
            }
            let last = createTask { try await narrate("last", 0) { try await holder.value } }
            createTask { try await narrate("very last", 0) { try await last.value } }
            createTask { try await narrate("beside it", 3) { try await last.value } }
            let future = Future<Void>()
            createTask { try await narrate("future", 0) { try await future.value } }
            try await sleep(for: .zero)
        }
        loop.close()
        return seen.withLock { $0 }
    }
}
