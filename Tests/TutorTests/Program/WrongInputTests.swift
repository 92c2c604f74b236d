import Foundation
import Testing

/// What the built program says, and how it ends, when something is wrong.
@Suite struct WrongInputTests {
    let home: TemporaryHome

    init() throws { home = try TemporaryHome() }

    private func tutor(
        _ arguments: String...,
        input: String = "",
        environment: [String: String] = [:]
    ) async throws -> TutorProcess.Ended {
        try await TutorProcess.tutor(arguments, input: input, environment: home.environment.merging(environment) { $1 })
    }

    @Test func anUnknownCommandIsNamedWithASuggestion() async throws {
        let ended = try await tutor(input: "opne gather\nquit\n")
        #expect(ended.error == "unknown command 'opne'; did you mean 'open'?\n")
        #expect(ended.status == 2)
    }

    @Test func swiftIsToldFromAWordThatIsNoCommand() async throws {
        #expect(
            try await tutor(input: "print(1)\nlet x = 5\n").error == """
                unknown command 'print(1)'; for Swift type `try` before it
                unknown command 'let'; for Swift type `try` before it

                """
        )
        #expect(try await tutor(input: "clear\n").error == "unknown command 'clear'; help lists them\n")
    }

    @Test func anUnknownLessonIsNamedWithASuggestion() async throws {
        #expect(try await tutor(input: "open gahter\n").error == "no lesson 'gahter'; did you mean 'gather'?\n")
        let ended = try await tutor("show", "gahter")
        #expect(ended.error == "no lesson 'gahter'; did you mean 'gather'?\n")
        #expect(ended.status == 2)
    }

    @Test func anUnknownSubcommandIsNamedWithASuggestion() async throws {
        let ended = try await tutor("lst")
        #expect(ended.error.contains("there is no 'tutor lst'; did you mean 'list'?"))
        #expect(ended.status == 2)
    }

    @Test func anUnknownOptionIsAUsageError() async throws {
        #expect(try await tutor("run", "gather", "--timelin").status == 2)
    }

    @Test func aBrokenLessonIsReportedByPlaceAndTheOthersWork() async throws {
        try home.write("<!-- lesson minutes=5 -->\n# Good\n\nText.\n", to: "course/01-good/lesson.md")
        try home.write(
            "<!-- lesson minutes=5 -->\n# Broken\n\n<!-- qustion id=x -->\n",
            to: "course/02-broken/lesson.md"
        )
        let course = "\(home.path)/course"
        let ended = try await tutor("list", "--lessons", course)
        #expect(ended.output == " 1  good  Good (5 min, 0 questions)\n")
        #expect(
            ended.error.hasPrefix(
                "\(course)/02-broken/lesson.md:4:6: error: unknown directive 'qustion'; did you mean 'question'?"
            )
        )
        #expect(ended.status == 3)
        #expect(try await tutor("show", "good", "--lessons", course).status == 0)
        #expect(try await tutor("show", "broken", "--lessons", course).status == 3)
        let session = try await tutor("--lessons", course, input: "open good\nopen broken\n")
        #expect(session.output.contains("Text."))
        #expect(session.error.contains("02-broken/lesson.md:4:6: error: "))
    }

    @Test func aMissingLessonsFolderIsNamed() async throws {
        for arguments in [["list"], ["run", "gather"], []] {
            let ended = try await TutorProcess.tutor(
                ["--lessons", "/nowhere"] + arguments,
                environment: home.environment
            )
            #expect(ended.error.contains("/nowhere"))
            #expect(ended.status == 3)
        }
    }

    @Test func aHomeThatCannotBeWrittenIsSaidOnceAndTheSessionGoesOn() async throws {
        try home.write("a file where a folder should be", to: "blocked")
        let ended = try await tutor(
            input: "open gather\nrun\nprogress\n",
            environment: ["XDG_DATA_HOME": "\(home.path)/blocked", "XDG_STATE_HOME": "\(home.path)/blocked"]
        )
        #expect(ended.error.contains("\(home.path)/blocked/async-tutor"))
        #expect(ended.error.contains("Going on without saving"))
        #expect(ended.output.contains("all are done"))
        #expect(ended.status == 0)
    }

    @Test func aMissingCompilerIsTheMachinesFault() async throws {
        let ended = try await tutor(
            "run",
            "gather",
            environment: ["PATH": "/nowhere", "XDG_CACHE_HOME": "\(home.path)/cache"]
        )
        #expect(ended.error.hasPrefix("no Swift compiler: "))
        #expect(ended.status == 4)
        let session = try await tutor(
            input: "open gather\nrun\n3 s\n",
            environment: ["PATH": "/nowhere", "XDG_CACHE_HOME": "\(home.path)/cache"]
        )
        #expect(session.error.contains("no Swift compiler: "))
        #expect(session.output.contains("Could not tell: the demo did not run to its end: no Swift compiler"))
    }

    @Test func aFileThatIsNotThereIsNamed() async throws {
        let ended = try await tutor("run", "--file", "/nowhere/x.swift")
        #expect(ended.error == "/nowhere/x.swift: there is no such file\n")
        #expect(ended.status == 2)
    }

    @Test func aProgramThatDoesNotCompileIsShownWithItsLine() async throws {
        try home.write("let n: Int = \"one\"\n", to: "x.swift")
        let ended = try await tutor("run", "--file", "\(home.path)/x.swift")
        #expect(ended.error.hasPrefix("\(home.path)/x.swift:1:14: error: cannot convert value of type 'String'"))
        #expect(ended.status == 1)
    }
}
