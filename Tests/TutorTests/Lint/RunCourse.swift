import Foundation
import LessonKit
import TutorKit

/// A small course whose programs do all that its texts promise, on the disk, for tests to break in one place.
struct RunCourse {
    let home: TemporaryHome
    private(set) var files = Self.files

    init() throws { home = try TemporaryHome() }

    /// What linting finds, with paths relative to the course; what it fixed, and what it could not tell, too.
    func lint(_ options: LintOptions, python: PythonInterpreter? = nil) async throws -> [String] {
        let report = try await report(options, python: python)
        let lines = report.fixed.map { "fixed: \($0)" } + report.findings.map(\.description) + report.couldNotTell
        return lines.map { $0.replacing(home.path + "/", with: "") }
    }

    func report(_ options: LintOptions, python: PythonInterpreter? = nil) async throws -> LintReport {
        for (name, text) in files { try home.write(text, to: name) }
        let linter = Linter(
            compiler: TestCompiler.shared,
            runner: TestCompiler.runner,
            python: python,
            checker: ExerciseChecker(
                compiler: TestCompiler.checks,
                temporaryFolder: FileManager.default.temporaryDirectory.path
            ),
            options: options
        )
        return try await linter.lint(home.path)
    }

    /// The file of the course as it is on the disk now.
    func text(_ file: String) throws -> String {
        try String(contentsOfFile: "\(home.path)/\(file)", encoding: .utf8)
    }

    struct NotThere: Error {
        let text: String
    }

    mutating func change(_ file: String, _ from: String, _ to: String) throws {
        guard let text = files[file], text.contains(from) else { throw NotThere(text: from) }
        files[file] = text.replacing(from, with: to, maxReplacements: 1)
    }

    mutating func add(_ file: String, _ text: String) { files[file] = text }

    private static let files = [
        "01-first/lesson.md": """
        <!-- lesson minutes=5 -->
        # First

        <!-- demo file=demo.swift slice=main -->
        ```swift
        try run {
            let one = createTask(name: "one") { print("one") }
            try await sleep(for: .seconds(1))
            let two = createTask(name: "two") { print("two") }
            try await two.value
            try await one.value
        }
        ```

        <!-- question id=first-lines kind=predict ask=lines -->
        What does it print?

        <details><summary>Answer</summary>

        - right: Yes.
        - wrong [backwards] "two / one": The other way round.
        - wrong: No.
        </details>

        <!-- question id=first-double kind=code -->
        Write `double`.

        """,
        "01-first/demo.swift": """
        import ConcurrencyKit

        // slice: main
        try run {
            let one = createTask(name: "one") { print("one") }
            try await sleep(for: .seconds(1))
            let two = createTask(name: "two") { print("two") }
            try await two.value
            try await one.value
        }
        // end

        """,
        "01-first/demo.py": "print('one')\nprint('two')\n",
        "01-first/demo.expected": "one\ntwo\n",
        "01-first/demo-stdlib.swift": "print(\"one\")\nprint(\"two\")\n",
        "01-first/exercises/first-double/starter.swift": "func double(_ number: Int) async throws -> Int {\n    0\n}\n",
        "01-first/exercises/first-double/solution.swift":
            "func double(_ number: Int) async throws -> Int {\n    2 * number\n}\n",
        "01-first/exercises/first-double/wrong/squares.swift":
            "func double(_ number: Int) async throws -> Int {\n    number * number\n}\n",
        "01-first/exercises/first-double/checks.swift": """
        import ConcurrencyKit
        import LessonChecks

        @main struct Checks: ExerciseChecks {
            static let checks = [
                Check("three", "Of 3 it makes 6.") { check in
                    let result = try await double(3)
                    check.expect(result, equals: 6, "Twice 3.", misconception: result == 9 ? "squares" : nil)
                }
            ]
        }

        """,
        "01-first/exercises/first-double/feedback.md": """
        ## squares

        That is the square.

        ## otherwise

        Take it twice.

        """,
    ]
}
