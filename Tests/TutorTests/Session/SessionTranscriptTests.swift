import Foundation
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

    @Test func swiftIsTriedAtThePromptAndWhatItDeclaresStays() async throws {
        try await SessionTranscript("try").check()
    }

    @Test func commandsMayBeShortenedAndNotesAreKept() async throws {
        try await SessionTranscript("habits").check()
    }

    @Test func earlierQuestionsComeBackOneFromEachLessonInTurn() async throws {
        var transcript = SessionTranscript("review")
        transcript.day = 10
        let answered = [
            ("gather", "gather-time", 1), ("gather", "gather-order-why", 6), ("coroutines", "coroutines-call", 5),
            ("coroutines", "coroutines-reuse", 9),
        ]
        transcript.history = answered.enumerated().map { index, answered in
            JournalEntry(
                number: index + 1,
                time: Date(timeIntervalSince1970: Double(answered.2) * 86_400),
                session: "earlier",
                kind: .attempt(
                    JournalEntry.Attempt(
                        lesson: answered.0,
                        question: answered.1,
                        contentHash: "",
                        answer: "x",
                        judgement: .wrong,
                        points: 0
                    )
                )
            )
        }
        try await transcript.check()
    }

    @Test func aCopyOfTheDemoIsRunAndQuestionsStayAboutTheLessonsOwn() async throws {
        var transcript = SessionTranscript("edit")
        transcript.editor = { path in
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let changed = text.replacing("seconds: 3", with: "seconds: 4").replacing("\"one\"", with: "\"uno\"")
                .replacing("\"all are done\"", with: "CommandLine.arguments.dropFirst()")
            try changed.write(toFile: path, atomically: true, encoding: .utf8)
        }
        try await transcript.check()
    }

    @Test func theKitsDocumentationIsReadAtThePrompt() async throws {
        try await SessionTranscript("doc").check()
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
