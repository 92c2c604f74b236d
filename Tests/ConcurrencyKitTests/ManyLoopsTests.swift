import ConcurrencyKit
import Foundation
import Testing

/// A loop belongs to the thread that runs it; several threads may each run one.
@Suite struct ManyLoopsTests {
    private static func onItsOwnThread<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            Thread { continuation.resume(returning: body()) }.start()
        }
    }

    /// Tasks, turns, timers, a gather, a cancellation and a native child; the same lines whoever else runs.
    private static func program() -> String {
        do {
            return try transcript { log in
                func work(_ name: String, _ steps: Int) async throws -> String {
                    for step in 0..<steps {
                        log(name, step)
                        try await sleep(for: step.isMultiple(of: 2) ? .zero : .milliseconds(100 * steps))
                    }
                    return name
                }
                let victim = createTask { try await sleep(for: .seconds(50), returning: "victim") }
                EventLoop.running?.callLater(.seconds(1)) { victim.cancel("enough") }
                async let child = work("child", 5)
                log(
                    try await gather({ try await work("a", 6) }, { try await work("b", 3) }, { try await work("c", 4) })
                )
                do { log(try await victim.value) } catch { log(error) }
                log(try await child, LoopTask.current?.name ?? "none")
            }
        } catch { return "\(error)" }
    }

    @Test func loopsOnSeveralThreadsDoNotDisturbEachOther() async {
        let alone = await Self.onItsOwnThread { Self.program() }
        #expect(alone.hasSuffix("[1.8] child Task-1"))
        let together = await withTaskGroup(of: [String].self) { group in
            for _ in 0..<4 {
                group.addTask { await Self.onItsOwnThread { (0..<25).map { _ in Self.program() } } }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(together.count == 100)
        #expect(Set(together) == [alone])
    }

    @Test(.promise(297, 298)) func callsFromAnotherThreadWakeTheLoopAndRunInTheOrderSent() async throws {
        let seen = await Self.onItsOwnThread {
            let log = Transcript()
            // In real time, where the loop sleeps for an hour unless it is woken.
            let loop = EventLoop(clock: .continuous, trace: .none)
            defer { loop.close() }
            return Result {
                try loop.run {
                    let nextHour = loop.callLater(.seconds(3600)) {}
                    defer { nextHour.cancel() }
                    let done = Future<Void>()
                    Thread {
                        for number in 1...3 { loop.callSoonThreadsafe { log("from the thread:", number) } }
                        loop.callSoonThreadsafe { try done.setResult() }
                    }.start()
                    try await done.value
                }
                return log.text.split(separator: "\n").map { $0.drop { $0 != "f" } }.joined(separator: "\n")
            }
        }
        #expect(
            try seen.get() == """
                from the thread: 1
                from the thread: 2
                from the thread: 3
                """
        )
    }
}
