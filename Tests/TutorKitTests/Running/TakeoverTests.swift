import ConcurrencyKit
import Testing

@testable import TutorKit

/// Programs that do not know the kit run on its loop.
@Suite struct TakeoverTests {
    @Test func theStandardLibraryRunsInVirtualTimeAndInOneOrder() async throws {
        let program = try await compile(
            """
            actor Counter {
                var value = 0
                func add(_ step: Int) async {
                    let old = value
                    await Task.yield()
                    value = old + step
                    print("counter", value)
                }
            }

            @MainActor func onMain(_ name: String) async throws {
                print(name, "on main")
                try await Task.sleep(for: .milliseconds(5))
                print(name, "again")
            }

            let clock = ContinuousClock()
            let start = clock.now
            let counter = Counter()
            let adders = (1...4).map { step in Task { await counter.add(step) } }
            for adder in adders { await adder.value }
            let detached = Task.detached(priority: .high) { try await onMain("detached") }
            let background = Task(priority: .background) { try await onMain("background") }
            try await detached.value
            try await background.value
            let (stream, feed) = AsyncStream.makeStream(of: Int.self)
            Task {
                for value in 1...3 {
                    feed.yield(value)
                    try await Task.sleep(for: .milliseconds(10))
                }
                feed.finish()
            }
            for await value in stream { print("stream", value) }
            await withTaskGroup(of: Int.self) { group in
                for value in 1...3 {
                    group.addTask {
                        try? await Task.sleep(for: .seconds(4 - value))
                        return value
                    }
                }
                for await value in group { print("group", value) }
            }
            let sleeper = Task { try await Task.sleep(for: .seconds(9)) }
            await Task.yield()
            sleeper.cancel()
            print(await sleeper.result)
            try await Task.sleep(for: .seconds(86400))
            print(start.duration(to: clock.now) == .milliseconds(86_403_035))
            """
        )
        let first = await run(program)
        #expect(
            first.output == """
                counter 4
                counter 1
                counter 2
                counter 3
                detached on main
                background on main
                detached again
                background again
                stream 1
                stream 2
                stream 3
                group 3
                group 2
                group 1
                failure(Swift.CancellationError())
                true

                """
        )
        for _ in 0..<20 { #expect(await run(program).output == first.output) }
    }

    @Test func theTraceTellsWhenTasksRanAndEnded() async throws {
        let program = try await compile(
            """
            func fetch(_ seconds: Int) async throws { try await Task.sleep(for: .seconds(seconds)) }
            async let three: Void = fetch(3)
            async let one: Void = fetch(1)
            _ = try await (three, one)
            """
        )
        let result = await run(program)
        #expect(result.end == .exited(0))
        let ends = result.trace.compactMap { event -> String? in
            if case .finished = event.kind { "task \(event.task) at \(event.time / 1_000_000_000)" } else { nil }
        }
        #expect(ends == ["task 3 at 1", "task 2 at 3", "task 1 at 3"])
        let parents = result.trace.compactMap { event -> Int? in
            if case .created(_, let parent, _) = event.kind { parent ?? 0 } else { nil }
        }
        #expect(parents == [0, 1, 1])
        #expect(result.trace.map(\.seq) == Array(1...result.trace.count))
        #expect(result.traceProblems.isEmpty)
    }

    @Test func aContinuationThatNobodyResumesIsADeadlockAndNoHang() async throws {
        let result = await run(
            try await compile("await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }\n")
        )
        #expect(result.end == .exited(1))
        #expect(result.errorOutput.hasPrefix("deadlock: nothing is ready"))
    }

    @Test func whatAThreadSendsIsWaitedFor() async throws {
        let result = await run(
            try await compile(
                """
                import Dispatch
                print(await withCheckedContinuation { answer in
                    DispatchQueue.global().async { answer.resume(returning: "from a thread") }
                })
                """
            )
        )
        #expect(result.output == "from a thread\n")
    }

    @Test func aSeedIsAnotherScheduleAndTheSameOneAgain() async throws {
        let program = try await compile(
            """
            await withTaskGroup(of: Void.self) { group in
                for name in ["a", "b", "c", "d"] { group.addTask { print(name) } }
            }
            """
        )
        var outputs: Set<String> = []
        for seed in 1...12 {
            let output = await run(program, seed: UInt64(seed)).output
            #expect(await run(program, seed: UInt64(seed)).output == output)
            #expect(output.split(separator: "\n").sorted() == ["a", "b", "c", "d"])
            outputs.insert(output)
        }
        #expect(outputs.count > 1)
        #expect(await run(program).output == "a\nb\nc\nd\n")
    }

    @Test func importsOfTheKitAreRecognised() {
        let sources = [
            "import ConcurrencyKit": true, "@testable import ConcurrencyKit\n": true,
            "import struct ConcurrencyKit.Future": true, "// ConcurrencyKit": false, "import Foundation": false,
            "print(\"import nothing\")": false,
        ]
        for (text, imports) in sources {
            #expect(SourceFile(name: "x.swift", text: text).importsKit == imports, "\(text)")
        }
    }

    private func compile(_ texts: String...) async throws -> Program {
        let compiler = Fixtures.compiler()
        let sources = texts.enumerated().map { index, text in
            SourceFile(name: index == 0 ? "main.swift" : "other\(index).swift", text: text)
        }
        let program = try await compiler.program(for: sources).get()
        return program
    }

    private func run(_ program: Program, seed: UInt64? = nil) async -> ProgramRun {
        await ProgramRunner(temporaryFolder: Fixtures.temporaryFolder).run(program, options: RunOptions(seed: seed))
    }
}
