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
    /// Of the terminal.
    var width = 80
    /// Nil where nobody turns pages.
    var rows: Int?
    var style = TerminalStyle.plain
    /// Where exercises are written, and what; nil where there are none.
    var exercises: ScriptedExercises?

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
        try await check(
            typing: lines.compactMap(SessionTranscript.typed),
            lessons: lessons,
            limits: limits,
            sourceLocation: sourceLocation
        )
    }

    /// Runs a session in which this is typed, and compares with the file.
    ///
    /// - Returns: What was shown.
    @discardableResult
    func check(
        typing typed: [String],
        lessons: String = Repository.lessons,
        limits: ResourceLimits = .program,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
        let shown = try await run(typed, lessons: lessons, limits: limits)
        if ProcessInfo.processInfo.environment["RECORD_TRANSCRIPTS"] != nil {
            try shown.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("recorded \(file.lastPathComponent): read it, then run without RECORD_TRANSCRIPTS")
            return shown
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        if shown != expected { Issue.record("\(difference(shown, expected))", sourceLocation: sourceLocation) }
        return shown
    }

    /// The first line that differs, with the one before it: a whole course does not fit into a message.
    private func difference(_ shown: String, _ expected: String) -> String {
        let (new, old) = (
            shown.split(separator: "\n", omittingEmptySubsequences: false),
            expected.split(separator: "\n", omittingEmptySubsequences: false)
        )
        let index = zip(new, old).enumerated().first { $1.0 != $1.1 }?.offset ?? min(new.count, old.count)
        return """
            \(file.lastPathComponent):\(index + 1) differs (RECORD_TRANSCRIPTS=1 writes it anew)
            before:   \(index > 0 ? old[index - 1] : "")
            expected: \(index < old.count ? old[index] : "the end")
            shown:    \(index < new.count ? new[index] : "the end")
            """
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

    /// In the file, `␛` stands for the escape character.
    private func run(_ typed: [String], lessons: String, limits: ResourceLimits) async throws -> String {
        let screen = Mutex("")
        let write: @Sendable (TerminalText) -> Void = { text in
            screen.withLock { $0 += text.text.replacing("\u{1B}", with: "␛") }
        }
        let (width, rows, style, exercises) = (width, rows, style, exercises)
        let runner = SessionRunner(
            world: SessionRunner.World(
                lines: ScriptedLines(typed, echo: write),
                write: write,
                complain: write,
                width: { width },
                rows: { rows },
                style: { settings, _ in
                    TerminalStyle.decide(
                        flags: TerminalStyle.Flags(
                            colour: settings.colour == .auto ? style.colours ? .always : .never : nil,
                            unicode: style.unicode,
                            accessible: style.isAccessible
                        ),
                        settings: settings,
                        environment: [:],
                        isTerminal: true
                    )
                },
                interrupts: { AsyncStream { _ in } },
                edit: { path in
                    guard let exercises else { throw NoEditor() }
                    try exercises.edit(path)
                }
            ),
            journal: .notSaving(session: "test", now: { Date(timeIntervalSince1970: 0) }),
            demos: DemoRunner(compiler: TestCompiler.shared, runner: TestCompiler.runner, limits: limits),
            exercises: exercises?.desk
        )
        _ = try await runner.run(Session(catalog: try Catalog(folder: lessons), progress: Progress()))
        let shown = screen.withLock { $0 }
        return exercises.map { shown.replacing($0.desk.workspace.folder, with: "WORKSPACE") } ?? shown
    }
}

/// A person who types what stands in a file, and then leaves with Ctrl-D.
private final class ScriptedLines: LineSource {
    private let rest: Mutex<ArraySlice<String>>
    private let echo: @Sendable (TerminalText) -> Void

    init(_ lines: [String], echo: @escaping @Sendable (TerminalText) -> Void) {
        rest = Mutex(lines[...])
        self.echo = echo
    }

    func next(
        prompt: TerminalText,
        completions: @escaping @Sendable (String) -> [String]
    ) async throws -> InputEvent {
        guard let line = rest.withLock({ $0.popFirst() }) else { return .end }
        // Without its colours, so that a reader, and the next recording, find it at the start of the line.
        let plain = Theme.sequences.reduce(prompt.text) { $0.replacing($1, with: "") }
        echo("\(plain)\(line)\n")
        return .line(line)
    }
}
