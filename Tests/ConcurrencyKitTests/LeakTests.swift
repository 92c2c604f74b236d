import Testing

@testable import ConcurrencyKit

/// When a loop has closed, nothing of what it ran is left.
@Suite struct LeakTests {
    /// What tasks return, so that one can see when the last reference is gone.
    private final class Resource: Sendable {}

    private final class Graveyard: Sendable {
        private struct Grave { weak var resource: Resource? }
        private let graves = Guarded<[Grave]>([])

        var alive: Int { graves.withLock { $0.count { $0.resource != nil } } }
        var count: Int { graves.withLock { $0.count } }

        func resource() -> Resource {
            let resource = Resource()
            graves.withLock { $0.append(Grave(resource: resource)) }
            return resource
        }
    }

    /// 10,000 random steps of making, cancelling, gathering and waiting.
    @Loop
    private static func live(seed: UInt64, in graveyard: Graveyard) async throws {
        var random = SplitMix64(seed: seed)
        var tasks: [LoopTask<Resource>] = []
        var gathers: [Future<[Resource]>] = []
        for _ in 0..<10_000 {
            let index = tasks.isEmpty ? 0 : Int.random(in: tasks.indices, using: &random)
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<4:
                let delay = Duration.milliseconds(Int.random(in: 0...50, using: &random))
                let fails = Int.random(in: 0..<10, using: &random) == 0
                tasks.append(
                    createTask {
                        try await sleep(for: delay)
                        if fails { throw Failure("at random") }
                        return graveyard.resource()
                    }
                )
            case 4 where !tasks.isEmpty:
                tasks[index].cancel(index.isMultiple(of: 3) ? "at random" : nil)
            case 5 where !tasks.isEmpty:
                tasks.remove(at: index)
            case 6 where tasks.count > 2:
                let other = Int.random(in: tasks.indices, using: &random)
                gathers.append(gatherFuture(tasks[index], tasks[other], tasks[index]))
            case 7 where !gathers.isEmpty:
                gathers.removeLast().cancel()
            case 8 where !tasks.isEmpty:
                let awaited = tasks[index]
                tasks.append(createTask { try await gather(awaited)[0] })
            default:
                try await sleep(for: .milliseconds(Int.random(in: -1...3, using: &random)))
            }
            if tasks.count > 100 { tasks.removeFirst(50) }
            if gathers.count > 20 { gathers.removeFirst(10) }
        }
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func randomLifeLeavesNothingBehind(seed: UInt64) throws {
        let graveyard = Graveyard()
        weak var closed: EventLoop?
        do {
            let loop = EventLoop(clock: .virtual, trace: .none)
            closed = loop
            try loop.run {
                try await Self.live(seed: seed, in: graveyard)
                // No sleeper is left after the longest sleep.
                try await sleep(for: .seconds(1))
                #expect(loop.timers.liveCount == 0)
                #expect(loop.tasks.count == 1)
            }
            loop.close()
            #expect(loop.tasks.isEmpty)
            #expect(loop.timers.liveCount == 0)
            #expect(loop.ready.isEmpty)
            #expect(loop.away.isEmpty)
            #expect(loop.carriers.idle.isEmpty)
        }
        #expect(graveyard.count > 1_000)
        #expect(graveyard.alive == 0)
        #expect(closed == nil)
    }

    @Test func leftoversOfMainAreFreed() throws {
        let graveyard = Graveyard()
        weak var closed: EventLoop?
        do {
            let loop = EventLoop(clock: .virtual, trace: .none)
            closed = loop
            try loop.run {
                let resource = graveyard.resource()
                createTask { try await sleep(for: .seconds(100), returning: resource) }
                try await sleep(for: .seconds(1))
                createTask { resource }
                loop.callSoon { _ = resource }
                loop.callLater(.seconds(100)) { _ = resource }
            }
            loop.close()
        }
        #expect(graveyard.count == 1)
        #expect(graveyard.alive == 0)
        #expect(closed == nil)
    }

    @Test func leftoversOfADeadlockAreFreed() {
        let graveyard = Graveyard()
        weak var closed: EventLoop?
        do {
            let loop = EventLoop(clock: .virtual, trace: .none)
            closed = loop
            #expect(throws: Deadlock.self) {
                try loop.run {
                    let resource = graveyard.resource()
                    var tasks: [LoopTask<Resource>] = []
                    for other in [1, 0] {
                        tasks.append(
                            createTask {
                                _ = try await tasks[other].value
                                return resource
                            }
                        )
                    }
                    _ = try await gather(tasks)
                }
            }
            loop.close()
        }
        #expect(graveyard.count == 1)
        #expect(graveyard.alive == 0)
        #expect(closed == nil)
    }

    @Test(.promise(139)) func cancelledTimersDoNotPileUp() throws {
        let loop = EventLoop(clock: .virtual, trace: .none)
        defer { loop.close() }
        try loop.run {
            for _ in 0..<10_000 {
                let task = createTask { try await sleep(for: .seconds(1_000_000)) }
                try await sleep(for: .zero)
                task.cancel()
                loop.callLater(.seconds(1_000_000)) {}.cancel()
                try await sleep(for: .zero)
            }
            #expect(loop.timers.liveCount == 0)
        }
    }

    /// Whoever comes first, the task that ends, the thread that begins to wait, or another that cancels.
    @Test(.promise(292)) func limitOfAWaitThatIsOverLeavesNoTimer() throws {
        let loop = EventLoop(clock: .virtual, trace: .none)
        try loop.run {
            for round in 1...400 {
                let future = loop.submit { if round.isMultiple(of: 2) { try await sleep(for: .nanoseconds(1)) } }
                if round.isMultiple(of: 3) { createTask { try await toThread { future.cancel() } } }
                try await toThread { _ = try? future.result(timeout: .seconds(86_400)) }
                _ = try await gatherResults(loop.allTasks.filter { $0 != LoopTask.current })
                #expect(loop.timers.liveCount == 0, "round \(round)")
            }
        }
        loop.close()
    }
}
