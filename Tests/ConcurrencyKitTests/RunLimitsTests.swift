import ConcurrencyKit
import Testing

/// A run within limits returns, whatever the program does, and says what it left behind.
@Suite struct RunLimitsTests {
    private func end(
        turns: Int = 1_000,
        time: Duration = .seconds(100),
        _ main: @escaping @Loop () async throws -> Void
    ) -> (String, Leftovers) {
        let loop = EventLoop(clock: .virtual, trace: .none)
        defer { loop.abandon() }
        let limits = RunLimits(turns: turns, patience: .milliseconds(20)) { time }
        let end = loop.run(named: "main", within: limits, main)
        let words =
            switch end {
            case .returned: "returned"
            case .failed(let error): "failed: \(error)"
            case .deadlock(let deadlock): "deadlock: \(deadlock.stuck.map(\.task))"
            case .stalled(let deadlock): "stalled: \(deadlock.stuck.map(\.task))"
            case .tooManyTurns: "too many turns"
            case .tooLate: "too late"
            }
        return (words, loop.leftovers)
    }

    @Test func programsThatEndDoSo() {
        #expect(end { try await sleep(for: .seconds(100)) }.0 == "returned")
        #expect(end { throw CancelledError(message: "no") }.0 == "failed: CancelledError: no")
        #expect(end { try await Future<Void>().value }.0 == "deadlock: [\"main\"]")
    }

    @Test func programsThatDoNotEndAreStopped() {
        #expect(end { while true { try await sleep(for: .zero) } }.0 == "too many turns")
        #expect(end { while true { try await sleep(for: .seconds(1)) } }.0 == "too late")
        #expect(end { try await sleep(for: .seconds(101)) }.0 == "too late")
        #expect(
            end {
                createTask { while true { try await sleep(for: .zero) } }
            }.0 == "too many turns"
        )
    }

    @Test func waitingOutsideOfTheKitTakesNoLongerThanThePatience() {
        let (words, _) = end {
            await withCheckedContinuation { (never: CheckedContinuation<Void, Never>) in forgotten.keep(never) }
        }
        #expect(words == "stalled: [\"main\"]")
        #expect(end { try await native { while !Task.isCancelled { await Task.yield() } } }.0 == "stalled: [\"main\"]")
    }

    @Test func leftoversAreTasksTimersAndThreads() {
        let (words, left) = end {
            EventLoop.running?.callLater(.seconds(5)) {}
            EventLoop.running?.callLater(.seconds(6)) {}.cancel()
            createTask(name: "sleeper", file: "demo.swift", line: 3) {
                try await sleep(for: .seconds(9), file: "demo.swift", line: 4)
            }
            createTask(name: "quick") { try await sleep(for: .zero) }
            try await sleep(for: .seconds(1))
            createTask(name: "in the same moment") { try await sleep(for: .zero) }
        }
        #expect(words == "returned")
        #expect(left.tasks.map(\.name) == ["sleeper"])
        #expect(left.tasks.map(\.state) == ["sleeps until 9.0 seconds"])
        #expect(left.tasks.map(\.location.description) == ["demo.swift:4"])
        #expect(left.tasks.map(\.birthplace.description) == ["demo.swift:3"])
        #expect(left.timers == 1)
        #expect(left.threads == 0)
    }

    @Test func quietIsWhenOthersCanRunOnlyAfterTimeHasPassed() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            createTask {
                for turn in 1...3 {
                    try await sleep(for: .zero)
                    log("turn", turn)
                }
                try await sleep(for: .seconds(1))
                log("after", "a second")
            }
            log("quiet:", loop.isQuiet)
            let quiet = Future<Void>()
            loop.whenQuiet.append { try? quiet.setResult() }
            try await quiet.value
            log("quiet:", loop.isQuiet)
            try await sleep(for: .seconds(2))
        }
        #expect(
            seen == """
                [0.0] quiet: false
                [0.0] turn 1
                [0.0] turn 2
                [0.0] turn 3
                [0.0] quiet: true
                [1.0] after a second
                """
        )
    }

    @Test func threadThatEndsInTimeIsNotLeft() {
        let (words, left) = end { createTask { try await toThread {} } }
        #expect(words == "returned")
        #expect(left.tasks.isEmpty)
        #expect(left.threads == 0)
    }

    @Test func abandonedTasksAreCancelledAndMayCleanUpForAFewTurns() {
        let log = Transcript()
        let loop = EventLoop(clock: .virtual, trace: .none)
        let limits = RunLimits(turns: 100, patience: .zero) { .seconds(1) }
        _ = loop.run(named: "main", within: limits) {
            createTask {
                log("before")
                do { try await sleep(for: .seconds(9)) } catch { log("cancelled") }
                try await sleep(for: .zero)
                log("cleaned up")
                try await sleep(for: .seconds(1))
                log("after")
            }
            createTask { while true { try? await sleep(for: .zero) } }
            try await sleep(for: .zero)
        }
        loop.abandon()
        #expect(log.text == "[0.0] before\n[0.0] cancelled\n[0.0] cleaned up")
        #expect(throws: LoopError.closed) { try loop.run {} }
    }

    /// Continuations that nobody resumes; kept, because the runtime complains of lost ones.
    private static let forgotten = Forgotten()
    private var forgotten: Forgotten { Self.forgotten }

    private final class Forgotten: Sendable {
        private let kept = Guarded<[CheckedContinuation<Void, Never>]>([])
        func keep(_ one: CheckedContinuation<Void, Never>) { kept.withLock { $0.append(one) } }
    }
}
