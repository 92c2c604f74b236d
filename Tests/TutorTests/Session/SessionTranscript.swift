import Foundation
import LessonKit
import Synchronization
import Testing

@testable import TutorKit

/// A session as a file: what a person would have seen, prompts and typed lines included.
///
/// Lines that begin with a prompt are what is typed; running them again must give the whole file. Set
/// `RECORD_TRANSCRIPTS` to write the file anew; the test then fails, so that nobody records by accident.
struct SessionTranscript {
    let file: URL

    init(_ name: String, source: String = #filePath) {
        file = URL(fileURLWithPath: source).deletingLastPathComponent()
            .appendingPathComponent("Transcripts/\(name).txt")
    }

    /// Runs the session, and compares.
    func check(
        lessons: String = Repository.lessons,
        limits: ResourceLimits = .program,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let expected = try String(contentsOf: file, encoding: .utf8)
        let lines = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let typed = lines.compactMap(SessionTranscript.typed)
        let shown = try await SessionTranscript.run(typed, lessons: lessons, limits: limits)
        if ProcessInfo.processInfo.environment["RECORD_TRANSCRIPTS"] != nil {
            try shown.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("recorded \(file.lastPathComponent): read it, then run without RECORD_TRANSCRIPTS")
            return
        }
        #expect(shown == expected, sourceLocation: sourceLocation)
    }

    /// What is typed in this line of a transcript; nil if it is the tutor's.
    static func typed(_ line: String) -> String? {
        guard let end = line.range(of: "> ") ?? (line.hasSuffix(">") ? line.range(of: ">", options: .backwards) : nil)
        else { return nil }
        let prompt = line[..<end.lowerBound].split(separator: " ")
        guard let first = prompt.first, first.allSatisfy({ $0.isLowercase || $0 == "-" }) else { return nil }
        let isPlace = { (word: Substring) in word.contains("/") && word.allSatisfy { $0.isNumber || $0 == "/" } }
        guard prompt.dropFirst().allSatisfy({ $0 == "answer" || isPlace($0) }) else { return nil }
        return String(line[end.upperBound...])
    }

    static func run(_ typed: [String], lessons: String, limits: ResourceLimits) async throws -> String {
        let screen = Mutex("")
        let write: @Sendable (String) -> Void = { text in screen.withLock { $0 += text } }
        let home = try TemporaryHome()
        var world = SessionRunner.World(
            lines: ScriptedLines(typed, echo: write),
            write: write,
            complain: write,
            width: { 80 },
            interrupts: { AsyncStream { _ in } }
        )
        world.documentation = { KitDocumentation(folder: "\(Repository.root.path)/Sources/ConcurrencyKit") }
        world.workspace = DemoWorkspace(folder: "\(home.path)/workspace")
        world.now = { Date(timeIntervalSince1970: 0) }
        let runner = SessionRunner(
            world: world,
            journal: .notSaving(session: "test", now: { Date(timeIntervalSince1970: 0) }),
            demos: DemoRunner(compiler: TestCompiler.shared, runner: TestCompiler.runner, limits: limits)
        )
        _ = try await runner.run(Session(catalog: try Catalog(folder: lessons), progress: Progress(), now: world.now))
        return screen.withLock { $0 }
    }
}

/// A person who types what stands in a file, and then leaves with Ctrl-D.
private final class ScriptedLines: LineSource {
    private let rest: Mutex<ArraySlice<String>>
    private let echo: @Sendable (String) -> Void

    init(_ lines: [String], echo: @escaping @Sendable (String) -> Void) {
        rest = Mutex(lines[...])
        self.echo = echo
    }

    func next(
        prompt: String,
        completions: @escaping @Sendable (String) -> [String]
    ) async throws -> InputEvent {
        guard let line = rest.withLock({ $0.popFirst() }) else { return .end }
        echo("\(prompt)\(line)\n")
        return .line(line)
    }
}
