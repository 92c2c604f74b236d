import ConcurrencyKit
import Foundation
import Testing
import TutorKit

extension Tag {
    /// Takes real time, and tolerates a busy machine: late is allowed, early and another order are not.
    @Tag static var realTime: Self
}

/// The ported programs under other orders than asyncio's, and in real time.
@Suite struct ConformanceOrderTests {
    static let names = ConformanceProgramTests.names

    /// `CONFORMANCE_SEEDS=200 swift test --filter ConformanceOrderTests` is what CI runs.
    static let seeds: Range<UInt64> =
        0..<(ProcessInfo.processInfo.environment["CONFORMANCE_SEEDS"].flatMap(UInt64.init) ?? 3)

    /// Any order of what is ready is legal. Whatever a program prints then, it ends well, no task of it is left unfinished
    /// and no scope open: so no continuation and no timer that one waits for.
    @Test(arguments: names) func inAnyOrderItEndsAndLeavesNothingBehind(_ name: String) async throws {
        let program = try await Self.program(name)
        for seed in Self.seeds {
            let run = await TestCompiler.runner.run(program, options: RunOptions(seed: seed))
            #expect(run.complaint == nil, "seed \(seed): \(run.output)\(run.errorOutput)")
            #expect(run.traceProblems.isEmpty && !run.trace.isEmpty)
            #expect(Self.leftBehind(run.trace) == [], "seed \(seed)")
        }
    }

    @Test func theSeedsAreDifferentOrders() async throws {
        let program = try await Self.program("10_creating_round_robin")
        var outputs: Set<String> = []
        for seed in 0..<8 {
            outputs.insert(await TestCompiler.runner.run(program, options: RunOptions(seed: UInt64(seed))).output)
        }
        #expect(outputs.count > 3)
    }

    /// On the system's clock the words and their order are the same, and no line is early. How late one may be is
    /// the machine's affair, not the kit's; half a second is more than a busy one needs, and more than would hide a
    /// sleep that is not slept.
    @Test(.tags(.realTime), arguments: names) func inRealTimeItPrintsTheSame(_ name: String) async throws {
        let program = try await Self.program(name)
        let expected = PythonWords.swift(
            try Repository.text(of: ConformanceProgramTests.folder.appendingPathComponent("\(name).expected"))
        ).split(separator: "\n").map(TimedLine.init)
        var limits = ResourceLimits.program
        limits.wallTime = .seconds(60)
        // Two deadlines that are one instant in virtual time are some microseconds apart in real time, and a thread that is
        // kept waiting answers late: such a program may have to be asked again. An order that is wrong is wrong every time.
        for attempt in 1...3 {
            let run = await TestCompiler.runner.run(program, options: RunOptions(clock: .continuous, limits: limits))
            let lines = run.output.split(separator: "\n").map(TimedLine.init)
            let fits =
                run.complaint == nil && lines.map(\.words) == expected.map(\.words)
                && zip(lines, expected).allSatisfy { $0.isOnTime(for: $1) }
            if fits { break }
            #expect(attempt < 3, "\(run.output)\(run.errorOutput)")
        }
    }

    /// "[0.3] words", or words alone.
    private struct TimedLine {
        let time: Double?
        let words: Substring

        init(_ line: Substring) {
            guard line.hasPrefix("["), let end = line.firstIndex(of: "]"), let time = Double(line[..<end].dropFirst())
            else {
                time = nil
                words = line
                return
            }
            self.time = time
            words = line[end...].dropFirst()
        }

        /// Times are printed to a tenth of a second.
        func isOnTime(for expected: TimedLine) -> Bool {
            guard let time, let due = expected.time else { return time == nil && expected.time == nil }
            return (due - 0.051...due + 0.551).contains(time)
        }
    }

    private static func program(_ name: String) async throws -> Program {
        let file = ConformanceProgramTests.folder.appendingPathComponent("\(name).swift")
        return try await TestCompiler.shared.program(
            for: [SourceFile(name: "\(name).swift", text: try Repository.text(of: file))]
        ).get()
    }

    /// What the trace saw begin and not end.
    private static func leftBehind(_ trace: [TraceEvent]) -> [String] {
        var tasks: Set<Int> = []
        var scopes: Set<Int> = []
        for event in trace {
            switch event.kind {
            case .created: tasks.insert(event.task)
            case .finished: tasks.remove(event.task)
            case .scopeOpened(let id, _, _, _): scopes.insert(id)
            case .scopeClosed(let id): scopes.remove(id)
            default: break
            }
        }
        return tasks.sorted().map { "task \($0)" } + scopes.sorted().map { "scope \($0)" }
    }
}
