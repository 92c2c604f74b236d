import Foundation
import Testing

/// `tutor run`, headless.
@Suite struct RunCommandTests {
    let home: TemporaryHome

    init() throws { home = try TemporaryHome() }

    private func run(_ arguments: String...) async throws -> TutorProcess.Ended {
        try await TutorProcess.tutor(["run"] + arguments, environment: home.environment)
    }

    @Test func aLessonsDemoPrintsItsTranscriptAndNothingElse() async throws {
        let expected = try Repository.text(of: URL(fileURLWithPath: "\(Repository.lessons)/07-gather/demo.expected"))
        let ended = try await run("gather")
        #expect(ended.output == expected)
        #expect(ended.error == "")
        #expect(ended.status == 0)
    }

    @Test func anotherDemoIsRunByItsName() async throws {
        #expect(try await run("gather", "results").output == "[\"Result 1\", \"Result 2\", \"Result 3\"]\n")
    }

    @Test func theTimelineStandsBelowTheOutput() async throws {
        let ended = try await run("gather", "--timeline")
        #expect(ended.output.contains("all are done\n\nvirtual ms "))
        #expect(ended.output.contains("total 3000 ms   sum of waits 6000 ms\n"))
    }

    @Test func anyProgramOnTheKitRuns() async throws {
        try home.write(
            """
            import ConcurrencyKit

            try run {
                print(CommandLine.arguments.dropFirst().joined(separator: "+"))
                try await sleep(for: .seconds(86_400))
                print("a day later")
            }
            """,
            to: "mine.swift"
        )
        let ended = try await run("--file", "\(home.path)/mine.swift", "a", "b c")
        #expect(ended.output == "a+b c\na day later\n")
        #expect(ended.status == 0)
    }

    @Test func whatStandsBehindTheDemoIsTheProgramsOwn() async throws {
        try home.write("<!-- lesson minutes=1 -->\n# Words\n\nText.\n", to: "course/01-words/lesson.md")
        try home.write("print(CommandLine.arguments.dropFirst())\n", to: "course/01-words/demo.swift")
        let course = "\(home.path)/course"
        let given = try await run("words", "demo", "--lessons", course, "9", "--", "--sockets")
        #expect(given.output == "[\"9\", \"--sockets\"]\n")
    }

    @Test func anErrorThatNobodyCatchesIsSaidInWordsAndEndsWithOne() async throws {
        try home.write(
            """
            import ConcurrencyKit

            struct NoDisk: Error {}
            try run {
                print("before")
                throw NoDisk()
            }
            """,
            to: "mine.swift"
        )
        let ended = try await run("--file", "\(home.path)/mine.swift")
        #expect(ended.output == "before\n")
        #expect(ended.error == "the program ended with an error that nobody caught: demo.NoDisk()\n")
        #expect(ended.status == 1)
    }

    @Test func interruptingARunCancelsTheProgramAndEndsWith130() async throws {
        try home.write(
            """
            import ConcurrencyKit

            try run {
                print("waits")
                do {
                    try await sleep(for: .seconds(600))
                } catch {
                    print("cleans up:", error)
                    throw error
                }
            }
            """,
            to: "mine.swift"
        )
        let script = """
            { "$0" run --real-time --file "$HOME/mine.swift" > out & }
            \(TutorProcess.untilShown("waits", in: "out"))
            kill -INT $!; wait $!; echo $?; cat out
            """
        // A shell starts what runs in the background with SIGINT ignored; the tutor takes it over all the same.
        let ended = try await TutorProcess.run(
            "/bin/sh",
            ["-c", "cd \"$HOME\" && \(script)", TmuxTerminal.tutor],
            environment: home.environment
        )
        #expect(ended.output == "130\nwaits\ncleans up: CancelledError\n")
    }

    /// A program that prints for ever.
    private func endless() throws -> String {
        let text = """
            import ConcurrencyKit

            try run {
                while true {
                    print("x")
                    try await sleep(for: .seconds(1))
                }
            }
            """
        try home.write(text, to: "endless.swift")
        return "\(home.path)/endless.swift"
    }

    @Test func aReaderThatHasGoneStopsTheProgram() async throws {
        let script = #"("$0" run --file "$1"; echo "status $?" >&2) | head -2"#
        let ended = try await TutorProcess.run(
            "/bin/sh",
            ["-c", script, TmuxTerminal.tutor, endless()],
            environment: home.environment
        )
        #expect(ended.output == "x\nx\n")
        #expect(ended.error == "status 141\n")
    }

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "needs /dev/full"),
        arguments: [
            "run gather", "run --file endless.swift", "try 1+1", "list", "tree gather",
        ]
    )
    func outputThatCannotBeWrittenIsTheMachinesFault(_ words: String) async throws {
        _ = try endless()
        let ended = try await TutorProcess.run(
            "/bin/sh",
            ["-c", "cd \"$HOME\" && \"$0\" \(words) > /dev/full", TmuxTerminal.tutor],
            environment: home.environment
        )
        #expect(ended.error.hasPrefix("output: cannot be written ("))
        #expect(ended.status == 4)
    }

    @Test func aFolderIsNoProgram() async throws {
        let ended = try await run("--file", home.path)
        #expect(ended.error == "\(home.path): this is a folder; name a file in it\n")
        #expect(ended.status == 2)
    }
}
