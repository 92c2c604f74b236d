import Foundation
import Synchronization
import Testing

@testable import TutorKit

/// A strategy that compiles nothing: it counts, and it ends when and how the test says.
private final class ScriptedStrategy: CompileStrategy {
    let name: String
    private let outcome: CompileOutcome
    private let count = Mutex(0)
    private let started: (stream: AsyncStream<Void>, continuation: AsyncStream<Void>.Continuation) =
        AsyncStream.makeStream()
    private let gate: Gate?

    init(_ name: String = "scripted", _ outcome: CompileOutcome = .built(warnings: []), gate: Gate? = nil) {
        self.name = name
        self.outcome = outcome
        self.gate = gate
    }

    var compilations: Int { count.withLock { $0 } }

    func waitUntilStarted() async {
        for await _ in started.stream { break }
    }

    func compile(_ request: CompileRequest) async -> CompileOutcome {
        count.withLock { $0 += 1 }
        started.continuation.yield()
        if let gate, await !gate.wait() { return .cancelled }
        try? FileManager.default.copyItem(atPath: "/bin/echo", toPath: request.program)
        return outcome
    }
}

/// Closed until opened; whoever waits is let go when cancelled.
private actor Gate {
    private var isOpen = false
    private var waiting: [CheckedContinuation<Bool, Never>] = []

    func open() {
        isOpen = true
        for waiter in waiting { waiter.resume(returning: true) }
        waiting = []
    }

    /// - Returns: Whether the gate was opened.
    func wait() async -> Bool {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if isOpen || Task.isCancelled { return continuation.resume(returning: isOpen) }
                waiting.append(continuation)
            }
        } onCancel: {
            Task { await self.giveUp() }
        }
    }

    private func giveUp() {
        for waiter in waiting { waiter.resume(returning: false) }
        waiting = []
    }
}

@Suite struct CompilerJobTests {
    private let sources = [SourceFile(name: "demo.swift", text: "print(1)\n")]

    private func withCompiler(
        _ strategies: any CompileStrategy...,
        body: (Compiler, String) async throws -> Void
    ) async throws {
        try await Fixtures.withFolder { cache in
            let compiler = Fixtures.compiler(cache: cache, strategies: strategies)
            try await body(compiler, cache)
            await compiler.close()
        }
    }

    @Test func theSecondTimeComesFromTheCache() async throws {
        let strategy = ScriptedStrategy()
        try await withCompiler(strategy) { compiler, cache in
            let first = try await compiler.program(for: sources).get()
            let second = try await compiler.program(for: sources).get()
            #expect(first == second)
            // Another tutor, on the same folder.
            let other = Fixtures.compiler(cache: cache, strategies: [strategy])
            #expect(try await other.program(for: sources).get() == first)
            #expect(strategy.compilations == 1)
            _ = try await compiler.program(for: [SourceFile(name: "demo.swift", text: "print(2)\n")]).get()
            _ = try await compiler.program(for: [SourceFile(name: "other.swift", text: "print(1)\n")]).get()
            #expect(strategy.compilations == 3)
        }
    }

    @Test(arguments: ["", "short", "zeros", "folder"])
    func aBrokenEntryIsReplaced(_ damage: String) async throws {
        let strategy = ScriptedStrategy()
        try await withCompiler(strategy) { compiler, _ in
            let program = try await compiler.program(for: sources).get().executable
            let size = try #require(FileManager.default.contents(atPath: program)).count
            try FileManager.default.removeItem(atPath: program)
            switch damage {
            case "folder": try FileManager.default.createDirectory(atPath: program, withIntermediateDirectories: false)
            case "zeros":
                try Fixtures.write(Data(count: size), to: program, isProgram: true)
            default: try Fixtures.write(Data(damage.utf8), to: program)
            }
            let again = try await compiler.program(for: sources).get()
            #expect(again.executable == program)
            #expect(FileManager.default.contentsEqual(atPath: program, andPath: "/bin/echo"))
            #expect(strategy.compilations == 2)
        }
    }

    @Test func callersOfTheSameSourcesShareOneCompilation() async throws {
        let gate = Gate()
        let strategy = ScriptedStrategy(gate: gate)
        try await withCompiler(strategy) { compiler, _ in
            await compiler.prepare(sources)
            await strategy.waitUntilStarted()
            async let first = compiler.program(for: sources)
            async let second = compiler.program(for: sources)
            await gate.open()
            let programs = try await [first.get(), second.get()]
            #expect(programs[0] == programs[1])
            #expect(strategy.compilations == 1)
        }
    }

    @Test func aCallerThatLeavesDoesNotBreakTheOthers() async throws {
        let gate = Gate()
        let strategy = ScriptedStrategy(gate: gate)
        try await withCompiler(strategy) { compiler, _ in
            let leaver = Task { await compiler.program(for: sources) }
            await strategy.waitUntilStarted()
            let stayer = Task { await compiler.program(for: sources) }
            // Nothing else tells that both wait now.
            while await compiler.waiters(for: sources) < 2 { await Task.yield() }
            leaver.cancel()
            #expect(await leaver.value == .failure(.cancelled))
            await gate.open()
            _ = try await stayer.value.get()
            #expect(strategy.compilations == 1)
        }
    }

    @Test func whatNobodyWaitsForIsStoppedAndCanBeAskedForAgain() async throws {
        let gate = Gate()
        let strategy = ScriptedStrategy(gate: gate)
        try await withCompiler(strategy) { compiler, _ in
            let only = Task { await compiler.program(for: sources) }
            await strategy.waitUntilStarted()
            only.cancel()
            #expect(await only.value == .failure(.cancelled))
            let next = Task { await compiler.program(for: sources) }
            await strategy.waitUntilStarted()
            await gate.open()
            _ = try await next.value.get()
            #expect(strategy.compilations == 2)
        }
    }

    @Test func closingEndsEverything() async throws {
        let strategy = ScriptedStrategy(gate: Gate())
        try await withCompiler(strategy) { compiler, _ in
            let waiter = Task { await compiler.program(for: sources) }
            await strategy.waitUntilStarted()
            await compiler.close()
            #expect(await waiter.value == .failure(.cancelled))
            #expect(await compiler.program(for: sources) == .failure(.cancelled))
        }
    }

    @Test func aStrategyThatBreaksIsLeftForTheNextForGood() async throws {
        let broken = ScriptedStrategy("broken", .broke("no such flag"))
        let sound = ScriptedStrategy("sound")
        try await withCompiler(broken, sound) { compiler, _ in
            _ = try await compiler.program(for: sources).get()
            _ = try await compiler.program(for: [SourceFile(name: "b.swift", text: "")]).get()
            #expect(broken.compilations == 1)
            #expect(sound.compilations == 2)
        }
    }

    @Test func errorsAndLimitsAreNotTriedTwice() async throws {
        let error = CompileDiagnostic(severity: .error, message: "wrong", file: "demo.swift", line: 1, column: 1)
        let second = ScriptedStrategy("second")
        try await withCompiler(ScriptedStrategy("first", .rejected([error])), second) { compiler, _ in
            #expect(await compiler.program(for: sources) == .failure(.rejected([error])))
        }
        try await withCompiler(ScriptedStrategy("first", .limit(.timeLimit(.seconds(1)))), second) { compiler, _ in
            let result = await compiler.program(for: sources)
            #expect(result == .failure(.couldNotTell(.limit(.timeLimit(.seconds(1))))))
        }
        #expect(second.compilations == 0)
    }

    @Test func whenNothingWorksTheLastReasonIsTold() async throws {
        try await withCompiler(ScriptedStrategy("a", .broke("first")), ScriptedStrategy("b", .broke("second"))) {
            compiler,
            _ in
            let result = await compiler.program(for: sources)
            #expect(result == .failure(.couldNotTell(.compilerFailed("second"))))
        }
    }
}
