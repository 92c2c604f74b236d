import Foundation
import LessonKit

/// Runs a Swift file on the kit: reads it, compiles it or finds it compiled, and runs it within limits.
public struct DemoRunner: Sendable {
    let compiler: Compiler
    let runner: ProgramRunner
    /// Of a run in virtual time.
    let limits: ResourceLimits

    public init(compiler: Compiler, runner: ProgramRunner, limits: ResourceLimits = .program) {
        self.compiler = compiler
        self.runner = runner
        self.limits = limits
    }

    public enum Failure: Error, Sendable, Equatable, CustomStringConvertible {
        case unreadable(path: String, reason: String)
        case compile(CompileFailure)

        public var description: String {
            switch self {
            case .unreadable(let path, let reason): "\(path): \(reason)"
            case .compile(let failure): failure.description
            }
        }
    }

    /// - Parameters:
    ///   - name: what the file is called in the compiler's messages.
    ///   - seed: of another schedule than the kit's own, first in first out.
    ///   - realTime: its sleeps take real seconds. It may then run for ten minutes; in virtual time, for ten seconds.
    public func run(
        file path: String,
        name: String? = nil,
        realTime: Bool,
        seed: UInt64? = nil,
        arguments: [String] = [],
        onOutput: @escaping @Sendable (OutputChunk) -> Void
    ) async -> Result<ProgramRun, Failure> {
        let source: SourceFile
        switch DemoRunner.read(path, name: name ?? path) {
        case .success(let file): source = file
        case .failure(let failure): return .failure(failure)
        }
        switch await compiler.program(for: [source]) {
        case .failure(let failure): return .failure(.compile(failure))
        case .success(let program):
            var options = RunOptions(
                clock: realTime ? .continuous : .virtual,
                seed: seed,
                arguments: arguments,
                limits: limits
            )
            if realTime { options.limits.wallTime = .seconds(600) }
            return .success(await runner.run(program, options: options, onOutput: onOutput))
        }
    }

    /// Compiles it in the background, because it will probably be run soon.
    public func prepare(file path: String, name: String) async {
        if case .success(let source) = DemoRunner.read(path, name: name) { await compiler.prepare([source]) }
    }

    private static func read(_ path: String, name: String) -> Result<SourceFile, Failure> {
        do {
            let data = try Data(contentsOf: URL(fileURLWithPath: path))
            return .success(SourceFile(name: name, text: String(decoding: data, as: UTF8.self)))
        } catch {
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            let reason = isFolder.boolValue ? "this is a folder; name a file in it" : "cannot be read"
            return .failure(.unreadable(path: path, reason: exists ? reason : "there is no such file"))
        }
    }
}

extension ProgramRun {
    /// Why it did not end well, for a person; nil if it did.
    public var complaint: String? {
        guard end != .exited(0) else { return nil }
        guard let fatalError else { return "the program \(end)" }
        // What Swift says of an error that leaves `try run { … }` uncaught; a learner did not cause a trap.
        if let marker = fatalError.range(of: CrashReport.uncaught) {
            return "the program ended with an error that nobody caught: \(fatalError[marker.upperBound...])"
        }
        return "the program \(end): \(fatalError)"
    }

    /// What it wrote to standard error by itself: without the words of Swift's runtime that ``complaint`` repeats.
    public var ownErrorOutput: String {
        guard let fatalError, let range = errorOutput.range(of: fatalError) else { return errorOutput }
        let line = errorOutput.lineRange(for: range)
        return errorOutput.replacingCharacters(in: line, with: "")
    }

    /// What a prediction is judged by.
    public var evidence: DemoEvidence {
        var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return DemoEvidence(lines: lines, trace: trace)
    }
}
