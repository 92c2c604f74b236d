import Foundation
import LessonKit
import Synchronization

/// Compiles a snippet, as an expression first and as statements if that does not compile, and runs it in virtual time.
public struct SnippetRunner: Sendable {
    let compiler: Compiler
    let runner: ProgramRunner
    let limits: ResourceLimits

    public init(compiler: Compiler, runner: ProgramRunner, limits: ResourceLimits = .program) {
        self.compiler = compiler
        self.runner = runner
        self.limits = limits
    }

    /// - Parameter onOutput: what the snippet itself prints, as it arrives, raw.
    public func run(
        _ request: SnippetRequest,
        onOutput: @escaping @Sendable (String) -> Void
    ) async -> SnippetOutcome {
        switch await compile(request) {
        case .failure(let outcome): return outcome.outcome
        case .success(let (program, form)):
            let output = Mutex(SnippetOutput())
            let run = await runner.run(program, options: RunOptions(limits: limits)) { chunk in
                guard chunk.stream == .output else { return }
                let text = output.withLock { $0.shown(of: chunk.text) }
                if !text.isEmpty { onOutput(text) }
            }
            if run.end == .cancelled { return .cancelled }
            if case .couldNotStart = run.end { return .couldNotRun("the program \(run.end)") }
            let seen = output.withLock { $0 }
            return .ran(SnippetRun(run: run, form: form, hasValue: seen.hasValue, beginning: seen.beginning))
        }
    }

    private struct Refusal: Error { let outcome: SnippetOutcome }

    private func compile(_ request: SnippetRequest) async -> Result<(Program, SnippetForm), Refusal> {
        var prelude = SnippetPrelude.playground.adding(demoPrelude(request))
        var uses: Set<SnippetPlace> = []
        while true {
            let diagnostics: SnippetDiagnostics
            switch await compile(request, prelude, uses) {
            case .success(let made): return .success(made)
            case .failure(.rejected(let found)): diagnostics = SnippetDiagnostics(found, of: request.snippet)
            case .failure(.couldNotTell(let cause)): return .failure(Refusal(outcome: .couldNotRun(cause.description)))
            case .failure(.cancelled): return .failure(Refusal(outcome: .cancelled))
            }
            if uses.isEmpty, !diagnostics.usesOfLast.isEmpty, request.book.last != nil {
                uses = diagnostics.usesOfLast
            } else if let demo = request.demo, prelude != .playground,
                diagnostics.own.isEmpty, diagnostics.saysAnything(about: demo.shortName)
            {
                // The demo's declarations need something of the demo that is no declaration.
                prelude = .playground
            } else {
                let hint =
                    uses.isEmpty && !diagnostics.usesOfLast.isEmpty
                    ? "\n`_` is the last value, and there is none yet" : ""
                return .failure(Refusal(outcome: .rejected(diagnostics.text + hint)))
            }
        }
    }

    private func compile(
        _ request: SnippetRequest,
        _ prelude: SnippetPrelude,
        _ uses: Set<SnippetPlace>
    ) async -> Result<(Program, SnippetForm), CompileFailure> {
        let forms: [SnippetForm] = request.snippet.mayHaveValue ? [.expression, .statements] : [.statements]
        var failure = CompileFailure.cancelled
        for form in forms {
            let program = SnippetProgram(request.snippet, book: request.book, prelude: prelude, form: form, uses: uses)
            switch await compiler.program(for: [program.source]) {
            case .success(let program): return .success((program, form))
            // What is said of the statements speaks of nothing but what was typed.
            case .failure(.rejected(let diagnostics)): failure = .rejected(diagnostics)
            case .failure(let other): return .failure(other)
            }
        }
        return .failure(failure)
    }

    private func demoPrelude(_ request: SnippetRequest) -> SnippetPrelude {
        guard let demo = request.demo,
            let data = FileManager.default.contents(atPath: request.copy ?? demo.swiftFile)
        else { return .none }
        return SnippetPrelude(String(decoding: data, as: UTF8.self), file: demo.shortName)
    }
}
