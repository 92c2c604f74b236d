import Testing

@testable import ConcurrencyKit

/// A hundred thousand tasks, made, cancelled, shielded, gathered, timed and waited for at random from 64 seeds, come to rest: no
/// task, timer or suspended body is left, and the same seed lives the same life.
@Suite struct StressTests {
    private static let tasksPerSeed = 1_563

    @Test(arguments: (0..<64).map { UInt64($0) }) func randomLivesComeToRest(seed: UInt64) throws {
        let first = try Self.live(seed: seed)
        #expect(first.made >= Self.tasksPerSeed)
        #expect(first == (try Self.live(seed: seed)))
    }

    private struct Ending: Equatable {
        var made: Int
        var time: Duration
        /// Made of who ended when, in order.
        var fingerprint: UInt64
    }

    private static func live(seed: UInt64) throws -> Ending {
        weak var closed: EventLoop?
        let ending: Ending
        do {
            let loop = EventLoop(clock: .virtual, trace: .none)
            closed = loop
            ending = try loop.run {
                let crowd = Crowd(loop: loop, seed: seed)
                while loop.taskCount < tasksPerSeed { try await crowd.step() }
                // Longer than everything that is still under way can take.
                try await sleep(for: .seconds(60))
                #expect(loop.tasks.count == 1, "tasks but for main")
                #expect(loop.timers.liveCount == 0, "timers")
                #expect(crowd.suspended == 0, "suspended bodies")
                return Ending(made: loop.taskCount, time: loop.time, fingerprint: crowd.fingerprint)
            }
            loop.close()
            #expect(loop.ready.isEmpty)
            #expect(loop.away.isEmpty)
            #expect(loop.carriers.idle.isEmpty)
        }
        #expect(closed == nil)
        return ending
    }

    /// Tasks that wait only for older ones.
    private final class Crowd {
        private let loop: EventLoop
        private var random: SplitMix64
        private var tasks: [LoopTask<Int>] = []
        private var bodies = 0
        private(set) var suspended = 0
        private(set) var fingerprint: UInt64 = 0

        init(loop: EventLoop, seed: UInt64) {
            self.loop = loop
            random = SplitMix64(seed: seed)
        }

        private func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
        private func delay() -> Duration { .milliseconds(below(40) - 2) }
        private func some(_ count: Int) -> [LoopTask<Int>] {
            tasks.isEmpty ? [] : (0..<count).map { _ in tasks[below(tasks.count)] }
        }

        func step() async throws {
            let chosen = some(1 + below(4))
            switch below(12) {
            case _ where chosen.isEmpty: add { try await sleep(for: .milliseconds(1)) }
            case 0, 1:
                let delay = delay()
                let fails = below(8) == 0
                add {
                    try await sleep(for: delay)
                    if fails { throw Failure("at random") }
                }
            case 2: chosen[0].cancel(below(2) == 0 ? "at random" : nil)
            case 3: add { _ = try await shield(chosen[0]).value }
            case 4: add { try await gather(chosen) }
            case 5: add { _ = try await gatherResults(chosen) }
            case 6: addTimeout(around: chosen[0])
            case 7: addWait(for: chosen)
            case 8: addGroup()
            case 9: addSwallower()
            case 10: add { for try await task in asCompleted(chosen, timeout: .milliseconds(20)) { _ = task.done } }
            default: try await sleep(for: delay())
            }
            if tasks.count > 60 { tasks.removeFirst(30) }
        }

        /// Makes a task, and counts its body while it is under way.
        private func add(_ body: @escaping () async throws -> Void) {
            bodies += 1
            let number = bodies
            tasks.append(
                createTask(start: below(8) == 0 ? .eager : .scheduled) { [self] in
                    suspended += 1
                    defer {
                        suspended -= 1
                        let now = UInt64(loop.time / .nanoseconds(1))
                        fingerprint = (fingerprint &* 31 &+ UInt64(number)) ^ now
                    }
                    try await body()
                    return number
                }
            )
        }

        private func addTimeout(around task: LoopTask<Int>) {
            let delay = delay()
            add {
                do {
                    _ = try await timeout(after: delay) { try await wait(for: task, timeout: .milliseconds(15)) }
                } catch is TimeoutError {}
            }
        }

        private func addWait(for tasks: [LoopTask<Int>]) {
            let condition: WaitCondition = [.firstCompleted, .firstError, .allCompleted][below(3)]
            let delay = below(2) == 0 ? nil : delay()
            add { _ = try await wait(for: tasks, until: condition, timeout: delay) }
        }

        private func addGroup() {
            let delays = (0..<3).map { _ in delay() }
            let failing = below(6)
            add {
                try await withLoopTaskGroup { group in
                    for (index, delay) in delays.enumerated() {
                        try group.createTask {
                            try await sleep(for: delay)
                            if index == failing { throw Failure("in a group") }
                        }
                    }
                }
            }
        }

        /// Answers its first cancellation by cleaning up, and goes on.
        private func addSwallower() {
            let delay = delay()
            add {
                do { try await sleep(for: delay) } catch is CancelledError {
                    try await sleep(for: .milliseconds(3))
                    LoopTask.current?.uncancel()
                }
                try await sleep(for: .zero)
            }
        }
    }
}
