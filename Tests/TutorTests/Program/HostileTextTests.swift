import Foundation
import Testing

@testable import TutorKit

/// Text of strangers changes nothing on a terminal, whatever way it takes there.
///
/// Each test drives the built program, with colours, and looks at every byte that leaves it.
@Suite struct HostileTextTests {
    /// A title, a cleared screen, C1 controls, a bell, a carriage return, and text turned around. Allowed in a file name.
    private static let evil =
        "\u{1B}]0;t\u{7}\u{1B}[2J\u{9B}31m\u{85}\r\u{8}\u{7F}\u{202E}\u{2066}\u{200F}\u{2028}\u{1B}[31mx"
    /// As a literal in a program.
    private static let literal = evil.unicodeScalars.map { "\\u{\(String($0.value, radix: 16))}" }.joined()

    let home: TemporaryHome

    init() throws { home = try TemporaryHome() }

    /// A lesson may turn text around; other control characters make it a broken one.
    @Test func aLessonIsOnlyText() async throws {
        let turned = "\u{202E}\u{2066}\u{200F}x"
        try home.write(HostileTextTests.lesson(turned), to: "course/01-evil/lesson.md")
        try home.write(HostileTextTests.lesson(HostileTextTests.evil), to: "course/02-broken/lesson.md")
        let course = "\(home.path)/course"
        let lines = ["lessons", "open evil", "show", "A", "hint", "B", "progress", "open broken"]
        for display in [[], ["--accessible"], ["--unicode"]] {
            let options = ["--lessons", course, "--color", "always"] + display
            let session = try await tutor(options, typed: lines)
            #expect(session.output.contains("Title U+202EU+2066U+200Fx"))
            #expect(session.output.contains("Right."))
            #expect(session.error.contains("control character U+001B; remove it"))
            for command in [["list"], ["show", "evil"], ["show", "broken"]] { try await tutor(options + command) }
        }
        _ = try await terminal(["--lessons", course, "show", "--no-pager", "evil"])
    }

    private static func lesson(_ evil: String) -> String {
        """
        <!-- lesson minutes=1 python="\(evil)" -->
        # Title \(evil)

        Words \(evil) *\(evil)* **\(evil)** `\(evil)` [link \(evil)](<https://x\(evil)>)

        ## Heading \(evil)

        > \(evil)

        - \(evil)

        | a \(evil) | b |
        |---|---|
        | \(evil) | c |

        ```swift
        let a = "\(evil)" // \(evil)
        ```

        ```\(evil)
        \(evil)
        ```

        <!-- question id=q kind=choice points=1 -->
        What \(evil)?

        - A. \(evil)
        - B. b

        <details><summary>Hint 1 of 1</summary>

        \(evil)

        </details>
        <details><summary>Answer</summary>

        - A. wrong [some-id]: \(evil)
        - B. right: \(evil)

        </details>

        """
    }

    @Test func whatAProgramPrintsNamesAndThrowsIsOnlyText() async throws {
        let literal = HostileTextTests.literal
        try home.write(
            """
            import ConcurrencyKit
            #if canImport(Glibc)
                import Glibc
            #else
                import Darwin
            #endif

            struct Evil: Error, CustomStringConvertible { let description = "\(literal)" }
            try run {
                print("out \(literal)")
                _ = "err \(literal)\\n".withCString { write(2, $0, strlen($0)) }
                let task = createTask(name: "name \(literal)") { try await sleep(for: .seconds(1)); return "value \(literal)" }
                print(try await task.value)
                throw Evil()
            }
            """,
            to: "course/01-evil/demo.swift"
        )
        try home.write("fatalError(\"\(literal)\")\n", to: "course/01-evil/demo-trap.swift")
        try home.write("<!-- lesson minutes=1 -->\n# T\n\nText.\n", to: "course/01-evil/lesson.md")
        let course = ["--lessons", "\(home.path)/course", "--color", "always"]
        let lines = ["open evil", "run", "timeline", "run trap"]
        for display in [[], ["--accessible"], ["--unicode"]] {
            let session = try await tutor(course + display, typed: lines)
            #expect(session.output.contains("out ^[]0;t^G"))
            #expect(session.error.contains("err ^[]0;t^G"))
        }
        let shown = try await terminal(course + ["run", "evil", "--timeline"])
        #expect(shown.contains("out ^[]0;t^G") && shown.contains("name ^["))
        // Into a pipe go the program's own bytes, and of everything else nothing harmful.
        let piped = try await TutorProcess.tutor(course + ["run", "evil"], environment: home.environment)
        #expect(piped.output.hasPrefix("out \(HostileTextTests.evil)\n"))
        #expect(HostileTextTests.obeyed(in: piped.error) == [])
    }

    @Test func namesOfFilesAndCompileErrorsAreOnlyText() async throws {
        let evil = HostileTextTests.evil
        try home.write("let a: Int = \"\(evil)\"\n", to: "x \(evil).swift")
        let file = "\(home.path)/x \(evil).swift"
        for arguments in [["run", "--file", file], ["run", "--file", file + "2"]] {
            let ended = try await tutor(["--color", "always"] + arguments)
            #expect(ended.error.contains("x ^[]0;t^G"))
        }
        // A broken lesson, beside files with such names, in a folder with such a name.
        try home.write(
            "<!-- lesson minutes=\(evil) -->\n# \(evil)\n\n<!-- \(evil) id=x -->\n",
            to: "\(evil)/01-a/lesson.md"
        )
        try home.write("<!-- lesson minutes=1 -->\n# T\n\nText.\n", to: "\(evil)/02-b/lesson.md")
        try home.write("print(1)\n", to: "\(evil)/02-b/demo-\(evil).swift")
        let course = ["--lessons", "\(home.path)/\(evil)", "--color", "always"]
        for command in [["list"], ["show", "a"], ["show", "b"], ["run", "b", "nothing"], ["run", "b", evil]] {
            _ = try await tutor(course + command)
        }
        _ = try await tutor(course, typed: ["open a", "open b", "run", "run \(evil)", "run nothing"])
        _ = try await tutor(["--lessons", "\(home.path)/no \(evil)", "list"])
    }

    @Test func whatIsTypedIsOnlyTextWhenItIsRepeated() async throws {
        let evil = HostileTextTests.evil.replacing("\r", with: "")
        let commands = Command.allCases.filter { $0 != .quit }.map { "\($0.rawValue) \(evil)" }
        _ = try await tutor(["--color", "always"], typed: [evil] + commands + ["open gather", evil] + commands)
        for arguments in [
            [evil], ["show", evil], ["run", "gather", evil], ["run", "gather", "--seed", evil], ["--\(evil)"],
        ] {
            #expect(try await tutor(arguments).status == 2)
        }
        _ = try await tutor(["--color", evil])
    }

    @Test func theTutorsOwnFilesAreOnlyTextToo() async throws {
        let evil = HostileTextTests.evil
        try home.write("\(evil) = 1\ncolour = \(evil)\n\(evil)\n", to: "config/async-tutor/settings")
        try home.write("\(evil)\n{\"n\":1,\"\(evil)\":2}\n", to: "data/async-tutor/journal.jsonl")
        let ended = try await tutor([], typed: ["settings", "progress"])
        #expect(ended.error.contains("settings:1: unknown setting '^[]0;t"))
        #expect(ended.error.contains("journal.jsonl"))
        var environment = self.environment
        environment["XDG_DATA_HOME"] = "/dev/null/\(evil)"
        environment["XDG_CONFIG_HOME"] = "/dev/null/\(evil)"
        environment["SWIFT_EXEC"] = "/nowhere/\(evil)"
        _ = try await tutor([], typed: ["settings colour never", "open gather", "run"], environment: environment)
    }

    /// `TerminalOutput` takes nothing but `TerminalText`; so there must be no other way out.
    @Test func nothingIsWrittenButThroughTheOneType() throws {
        let ways = [
            "print(", "fputs(", "puts(", "printf(", "FileHandle.standardOutput", "FileHandle.standardError",
            "TextOutputStream",
        ]
        for folder in ["Sources/tutor", "Sources/TutorKit", "Sources/LessonKit"] {
            let root = Repository.root.appendingPathComponent(folder)
            let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
            var count = 0
            for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
                count += 1
                for line in try Repository.text(of: file).split(separator: "\n") {
                    let code = line.trimmingCharacters(in: .whitespaces)
                    // A line of a text is not the tutor's own: it is written into a program.
                    guard !code.hasPrefix("//"), !code.hasPrefix("\"") else { continue }
                    for way in ways where code.hasPrefix(way) || code.contains(" \(way)") {
                        Issue.record("\(file.lastPathComponent): \(code)")
                    }
                }
            }
            #expect(count > 5)
        }
    }

    // MARK: What leaves the program

    private var environment: [String: String] {
        home.environment.merging(["XDG_CONFIG_HOME": "\(home.path)/config"]) { $1 }
    }

    /// Runs the tutor between pipes, and looks at what it writes.
    @discardableResult
    private func tutor(
        _ arguments: [String],
        typed: [String] = [],
        environment: [String: String]? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> TutorProcess.Ended {
        let ended = try await TutorProcess.tutor(
            arguments,
            input: typed.map { $0 + "\n" }.joined(),
            environment: environment ?? self.environment
        )
        #expect(HostileTextTests.obeyed(in: ended.output) == [], sourceLocation: sourceLocation)
        #expect(HostileTextTests.obeyed(in: ended.error) == [], sourceLocation: sourceLocation)
        #expect(ended.status < 128, "it ended by a signal", sourceLocation: sourceLocation)
        return ended
    }

    /// Runs the tutor on a pseudo-terminal of Python's, which shows every byte; nothing where there is no Python.
    private func terminal(
        _ arguments: [String],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
        let script = "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)"
        let ended = try await TutorProcess.run(
            "/usr/bin/env",
            ["python3", "-c", script, TmuxTerminal.tutor] + arguments,
            environment: environment.merging(["TERM": "xterm"]) { $1 }
        )
        // The terminal's driver, not the tutor, begins each line at the left.
        let shown = ended.output.replacing("\r\n", with: "\n")
        #expect(HostileTextTests.obeyed(in: shown) == [], sourceLocation: sourceLocation)
        return shown
    }

    /// What a terminal would obey, but for our own colours.
    private static func obeyed(in text: String) -> [String] {
        Theme.sequences.reduce(text) { $0.replacing($1, with: "") }.unicodeScalars
            .filter { $0 != "\n" && ($0.properties.generalCategory == .control || $0.properties.isBidiControl) }
            .map { String($0.value, radix: 16) }
    }
}
