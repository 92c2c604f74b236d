import Foundation
import LessonKit
import Testing
import TutorKit

/// The rules that take runs of programs: each case breaks the course in one place, and the course as it is is clean.
@Suite struct LintRunTests {
    struct Break: CustomTestStringConvertible, Sendable {
        let rule: String
        let file: String
        let from: String
        let to: String
        let told: [String]
        var testDescription: String { "\(rule): \(to)" }
    }

    private static let rules = Set(LintRule.running.map(\.id)).union([LintRule.sliceID, LintRule.foreseenAnswersID])
    private static let options = LintOptions(rules: rules, seeds: 8)

    @Test func aCourseWhoseProgramsDoWhatItSaysIsClean() async throws {
        let report = try await RunCourse().report(Self.options)
        #expect(report.findings == [])
        #expect(report.couldNotTell == [])
        #expect(report.status == .success)
        #expect(
            report.notes == [
                "the Python twins were not run: no CPython 3.12 or newer on PATH, in pyenv, or named by PYTHON"
            ]
        )
    }

    @Test(arguments: breaks) func aBrokenPromiseIsToldWithItsPlace(_ change: Break) async throws {
        var course = try RunCourse()
        try course.change("01-first/\(change.file)", change.from, change.to)
        let told = try await course.lint(Self.options)
        #expect(told == change.told)
    }

    static let exercise = "exercises/first-double"

    static let breaks: [Break] = [
        Break(
            rule: "demo-compiles",
            file: "demo.swift",
            from: "import ConcurrencyKit\n",
            to: "import ConcurrencyKit\nlet n: Int = \"\"\n",
            told: [
                "01-first/demo.swift:2:14: error: cannot convert value of type 'String' to specified type 'Int' [demo-compiles]"
            ]
        ),
        Break(
            rule: "demo-compiles",
            file: "demo.swift",
            from: "import ConcurrencyKit\n",
            to: "import ConcurrencyKit\nfunc f() { let n = 1 }\n",
            told: [
                "01-first/demo.swift:2:16: error: initialization of immutable value 'n' was never used; consider replacing with assignment to '_' or removing it [pbd_never_used] [#no-usage] [demo-compiles]"
            ]
        ),
        Break(
            rule: "demo-compiles",
            file: "demo-stdlib.swift",
            from: "print(\"one\")",
            to: "prnt(\"one\")",
            told: ["01-first/demo-stdlib.swift:1:1: error: cannot find 'prnt' in scope [demo-compiles]"]
        ),
        Break(
            rule: "demo-ends-well",
            file: "demo.swift",
            from: "// end\n",
            to: "// end\nfatalError(\"no\")\n",
            told: [
                "01-first/demo.swift:1:1: error: the program trapped: a check of Swift failed, and Swift stopped the program (SIGILL): demo/demo.swift:12: Fatal error: no [demo-ends-well]"
            ]
        ),
        Break(
            rule: "transcript",
            file: "demo.expected",
            from: "two",
            to: "tow",
            told: ["01-first/demo.expected:2:1: error: this line is 'tow', and the demo prints 'two' [transcript]"]
        ),
        Break(
            rule: "transcript",
            file: "demo.expected",
            from: "two\n",
            to: "",
            told: ["01-first/demo.expected:2:1: error: this line is nothing, and the demo prints 'two' [transcript]"]
        ),
        Break(
            rule: "foreseen-answers",
            file: "lesson.md",
            from: "\"two / one\"",
            to: "\"one / two\"",
            told: [
                "01-first/lesson.md:21:3: error: the answer 'one / two' is foreseen as wrong, and it is right [foreseen-answers]"
            ]
        ),
        Break(
            rule: "schedules",
            file: "lesson.md",
            from: "ask=lines",
            to: "ask=lines schedule=fifo",
            told: [
                "01-first/lesson.md:15:1: error: 'schedule=fifo' is not needed: 8 other schedules give the same; take it out [schedules]"
            ]
        ),
        Break(
            rule: "exercise-starter",
            file: "\(exercise)/starter.swift",
            from: "    0",
            to: "    number + number",
            told: [
                "01-first/exercises/first-double/starter.swift:1:1: error: the starter passes: there is nothing left to do [exercise-starter]"
            ]
        ),
        Break(
            rule: "exercise-starter",
            file: "\(exercise)/starter.swift",
            from: "    0",
            to: "    nothing",
            told: [
                "01-first/exercises/first-double/starter.swift:2:1: error: the starter does not compile: cannot find 'nothing' in scope [exercise-starter]"
            ]
        ),
        Break(
            rule: "exercise-solution",
            file: "\(exercise)/solution.swift",
            from: "2 *",
            to: "3 *",
            told: [
                "01-first/exercises/first-double/solution.swift:1:1: error: the solution does not pass: it breaks 'three' [exercise-solution]"
            ]
        ),
        Break(
            rule: "exercise-wrong",
            file: "\(exercise)/wrong/squares.swift",
            from: "number * number",
            to: "number * 2",
            told: [
                "01-first/exercises/first-double/wrong/squares.swift:1:1: error: this wrong answer passes [exercise-wrong]"
            ]
        ),
        Break(
            rule: "exercise-wrong",
            file: "\(exercise)/wrong/squares.swift",
            from: "number * number",
            to: "7",
            told: [
                "01-first/exercises/first-double/wrong/squares.swift:1:1: error: this wrong answer is told nothing of its own: it breaks 'three' [exercise-wrong]"
            ]
        ),
    ]

    @Test func aPredictionThatHangsOnTheScheduleSaysSo() async throws {
        var course = try RunCourse()
        for file in ["demo.swift", "lesson.md"] {
            try course.change("01-first/\(file)", "    try await sleep(for: .seconds(1))\n", "")
        }
        let told1 = try await course.lint(Self.options)
        #expect(
            told1 == [
                "01-first/lesson.md:14:1: error: the key of 'first-lines' depends on the schedule: under `--seed 1`, there is 'two' where the kit's own order gives 'one'; ask for something else, or say 'schedule=fifo' [schedules]"
            ]
        )
        try course.change("01-first/lesson.md", "ask=lines", "ask=lines schedule=fifo")
        #expect(try await course.lint(Self.options) == [])
    }

    @Test func aPredictionWithoutAKeySaysWhy() async throws {
        var course = try RunCourse()
        try course.change("01-first/lesson.md", "ask=lines", "ask=time at=three")
        try course.change("01-first/lesson.md", "\"two / one\"", "5s")
        let told = try await course.lint(Self.options)
        #expect(
            told == [
                "01-first/lesson.md:15:1: error: 'first-lines' has no key: no task named 'three' ended; "
                    + "there are one, two [predict-key]"
            ]
        )
    }

    @Test func withoutRunsNothingIsSaidOfPrograms() async throws {
        var course = try RunCourse()
        try course.change("01-first/demo.expected", "two", "tow")
        var options = Self.options
        options.runsPrograms = false
        #expect(try await course.lint(options) == [])
    }

    @Test func fixWritesListingsAndTranscriptsAndNothingElse() async throws {
        var course = try RunCourse()
        try course.change("01-first/demo.expected", "two", "tow")
        try course.change("01-first/lesson.md", "    try await two.value\n", "")
        var options = Self.options
        options.fixes = true
        let sound = try RunCourse()
        #expect(
            try await course.lint(options) == [
                "fixed: 01-first/lesson.md:5:1: the listing is slice 'main' of demo.swift again",
                "fixed: 01-first/demo.expected: the transcript is what the demo prints again",
            ]
        )
        for file in sound.files.keys { #expect(try course.text(file) == sound.files[file], "\(file)") }
    }

    private static let picture = """
        ```text
        virtual ms        0         500       1000
        1 cell = 50 ms    |    '    |    '    |
        main              #-------------------|                        returned
        | one             |                                            returned
        ` two                                 |                        returned

        # ran   - waiting   | returned
        total 1000 ms   sum of waits 1000 ms
        ```


        """

    @Test func aPictureThatTheToolDoesNotDrawIsToldAndMended() async throws {
        let place = "<!-- question id=first-double kind=code -->"
        var options = Self.options
        var course = try RunCourse()
        try course.change("01-first/lesson.md", place, Self.picture + place)
        #expect(try await course.lint(options) == [])
        let sound = course
        try course.change("01-first/lesson.md", "| one             |", "| one             #-|")
        let told = try await course.lint(options)
        #expect(told.count == 1 && told[0].hasPrefix("01-first/lesson.md:29:1: error: this line is '| one "), "\(told)")
        #expect(told.allSatisfy { $0.hasSuffix("[picture-equals-run]") })
        options.fixes = true
        let fixed = try await course.lint(options)
        #expect(fixed == ["fixed: 01-first/lesson.md:25:1: the picture is what 'demo' does again"])
        #expect(try course.text("01-first/lesson.md") == sound.files["01-first/lesson.md"])
    }

    @Test func aPictureThatCannotBeMendedOrProvenIsTold() async throws {
        let place = "<!-- question id=first-double kind=code -->"
        var options = Self.options
        options.fixes = true
        var course = try RunCourse()
        let quoted = Self.picture.replacing("total 1000", with: "total 9").split(separator: "\n").map { "> \($0)\n" }
        try course.change("01-first/lesson.md", place, quoted.joined() + "\n" + place)
        try course.change("01-first/lesson.md", "# First\n", "# First\n\n```text\nstep  1\n```\n")
        let told = try await course.lint(options)
        #expect(told.count == 2 && told.allSatisfy { $0.contains("[picture-equals-run]") }, "\(told)")
        #expect(told.first?.contains("no demo is listed before this picture") == true)
        #expect(try course.text("01-first/lesson.md") == course.files["01-first/lesson.md"])
    }

    @Test(.enabled(if: CPython.found != nil, "needs CPython 3.12 or newer"))
    func aPythonTwinThatPrintsSomethingElseIsTold() async throws {
        let home = try TemporaryHome()
        let python = await PythonInterpreter.find(
            environment: ["PYTHON": CPython.found?.path ?? ""],
            runner: TestCompiler.runner,
            folder: home.path
        )
        #expect(python != nil)
        var course = try RunCourse()
        #expect(try await course.lint(Self.options, python: python) == [])
        try course.change("01-first/demo.py", "'two'", "'zwei'")
        let told2 = try await course.lint(Self.options, python: python)
        #expect(
            told2 == [
                "01-first/demo.py:1:1: error: line 2 of what it prints is 'zwei', and the demo in Swift prints 'two' [python-twin]"
            ]
        )
        course.add("01-first/demo.py", "import asyncio\n\nasyncio.run(nothing())\n")
        let told3 = try await course.lint(Self.options, python: python)
        #expect(
            told3 == [
                "01-first/demo.py:1:1: error: the program exited with code 1: NameError: name 'nothing' is not defined [python-twin]"
            ]
        )
    }

    @Test func aPythonThatIsTooOldOrNoneIsNotTaken() async throws {
        let home = try TemporaryHome()
        for name in ["/bin/sh", "nothing-of-this-name", "\(home.path)/python3"] {
            let python = await PythonInterpreter.find(
                environment: ["PYTHON": name, "PATH": "/usr/bin:/bin"],
                runner: TestCompiler.runner,
                folder: home.path
            )
            #expect(python == nil)
        }
    }
}
