import Testing
import TutorKit

/// Whole sessions, as a person sees them.
@Suite struct SessionTranscriptTests {
    @Test func gatherIsTaughtFromItsOpeningToAVerdict() async throws {
        try await SessionTranscript("gather").check()
    }

    @Test func theReadmesSessionIsReal() async throws {
        try await SessionTranscript("readme").check()
    }

    @Test func aFirstSessionFindsItsWayByHelpAndSuggestions() async throws {
        try await SessionTranscript("first-steps").check()
    }

    @Test func aPathSaysWhereToGoNext() async throws {
        try await SessionTranscript("paths").check()
    }

    @Test func everyQuestionOfTheGatherLessonCanBeAnsweredRightly() async throws {
        try await SessionTranscript("gather-all-right").check()
    }

    @Test func lettersAreWeighedLinesPutInOrderAndExplanationsKept() async throws {
        let course = try KindsCourse()
        try await SessionTranscript("kinds").check(lessons: course.home.path)
    }

    @Test func aNarrowTerminalGetsTheSameInShorterLines() async throws {
        var transcript = SessionTranscript("narrow")
        transcript.width = 40
        try await transcript.check()
    }

    @Test func coloursAndBoxCharactersAreAddedToTheSameText() async throws {
        var transcript = SessionTranscript("colours")
        transcript.style = TerminalStyle(colours: true, unicode: true)
        try await transcript.check()
    }

    @Test func aNarrowTerminalHasColoursToo() async throws {
        var transcript = SessionTranscript("colours-narrow")
        transcript.width = 40
        transcript.style = TerminalStyle(colours: true, unicode: true)
        try await transcript.check()
    }

    @Test func aSessionCanBeListenedTo() async throws {
        var transcript = SessionTranscript("accessible")
        transcript.style = TerminalStyle(isAccessible: true)
        transcript.rows = 24
        try await transcript.check()
    }

    @Test func aTextThatIsLongerThanTheScreenIsTurnedPageByPage() async throws {
        var transcript = SessionTranscript("pages")
        transcript.rows = 24
        try await transcript.check()
    }

    @Test func choicesAreSeenAndChangedAtThePrompt() async throws {
        try await SessionTranscript("settings").check()
    }

    @Test func demosThatNeverEndFloodOrTrapAreReportedAndThePromptComesBack() async throws {
        let course = try BadDemos()
        var limits = ResourceLimits.program
        limits.wallTime = .milliseconds(700)
        limits.outputBytes = 2_500
        try await SessionTranscript("bad-demos").check(lessons: course.home.path, limits: limits)
    }
}

/// A course whose demos misbehave.
private struct BadDemos {
    let home: TemporaryHome

    init() throws {
        home = try TemporaryHome()
        try home.write(
            """
            <!-- lesson minutes=1 -->
            # Programs that misbehave

            Each of them is stopped.
            """,
            to: "01-bad/lesson.md"
        )
        try home.write("import ConcurrencyKit\n\ntry run { print(\"good\") }\n", to: "01-bad/demo.swift")
        try home.write("print(\"begins\")\nwhile true {}\n", to: "01-bad/demo-endless.swift")
        try home.write(
            "while true { print(String(repeating: \"flood \", count: 200)) }\n",
            to: "01-bad/demo-flood.swift"
        )
        try home.write(
            "let numbers = [1]\nprint(\"before\")\nprint(numbers[CommandLine.arguments.count])\n",
            to: "01-bad/demo-trap.swift"
        )
        try home.write(
            "import ConcurrencyKit\n\ntry run {\n    try await sleep(for: .seconds(1))\n    throw CancelledError(message: \"enough\")\n}\n",
            to: "01-bad/demo-throws.swift"
        )
        try home.write("let text: Int = \"no number\"\n", to: "01-bad/demo-wrong.swift")
        try home.write(
            "import ConcurrencyKit\n\ntry run {\n    let never = Future<Void>()\n    try await never.value\n}\n",
            to: "01-bad/demo-deadlock.swift"
        )
    }
}
