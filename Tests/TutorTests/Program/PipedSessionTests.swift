import Foundation
import Testing

/// The built program in a pipe.
@Suite struct PipedSessionTests {
    let home: TemporaryHome
    /// Of the gather lesson.
    let questions: Int
    let points: Int

    init() throws {
        home = try TemporaryHome()
        let gather = try #require(Repository.lesson("gather"))
        questions = gather.questions.count
        points = gather.questions.map(\.points).reduce(0, +)
    }

    private func session(_ lines: String...) async throws -> TutorProcess.Ended {
        let input = lines.map { $0 + "\n" }.joined()
        return try await TutorProcess.tutor([], input: input, environment: home.environment)
    }

    @Test func aPipeGetsTheLessonAndTheTranscriptAndNoPrompt() async throws {
        let ended = try await session("open gather", "run", "quit")
        let transcript = try Repository.text(of: URL(fileURLWithPath: "\(Repository.lessons)/07-gather/demo.expected"))
        #expect(ended.output.contains("Lesson 7: Running tasks concurrently: gather"))
        #expect(ended.output.contains(transcript))
        #expect(!ended.output.contains(">") || !ended.output.contains("tutor>"))
        #expect(ended.error == "")
        #expect(ended.status == 0)
    }

    @Test func theNextSessionGoesOnAtTheSameQuestionWithEarlierAnswersKept() async throws {
        _ = try await session("open gather", "3 s", "next")
        let ended = try await session("progress")
        #expect(ended.output.contains("Welcome back. You were in gather: 1 of \(questions) answered."))
        #expect(ended.output.contains("Question 2 of \(questions)"))
        #expect(ended.output.contains("gather  1 of \(questions)  1 of \(points) points"))
    }

    @Test func aKilledTutorGoesOnAtTheSameQuestionWithEarlierAnswersKept() async throws {
        // The tutor is killed while it waits for the next line; what it has shown by then is on the disk.
        let script = """
            mkfifo in && { "$0" < in > out & } && exec 9> in
            printf 'open gather\\n3 s\\nnext\\n' >&9
            \(TutorProcess.untilShown("Question 2 of \(questions)", in: "out"))
            kill -KILL $!; wait $! 2> /dev/null; echo $?
            """
        let killed = try await TutorProcess.run(
            "/bin/sh",
            ["-c", "cd \"$HOME\" && \(script)", TmuxTerminal.tutor],
            environment: home.environment
        )
        #expect(killed.output == "137\n")
        let ended = try await session("progress")
        #expect(ended.output.contains("Welcome back. You were in gather: 1 of \(questions) answered."))
        #expect(ended.output.contains("Question 2 of \(questions)"))
        #expect(ended.error == "")
    }

    @Test func aProgramThatFailsIsNoMistypedLine() async throws {
        #expect(try await session("try 1 +").status == 1)
        #expect(try await session("try 1 +", "foo").status == 2)
        #expect(try await session("try 1 + 1", "timeline --svg \(home.path)/none/x.svg").status == 4)
    }

    @Test func twoTutorsAtOnceAreKeptApart() async throws {
        let script = """
            mkfifo in && { "$0" < in > out 2> err & } && exec 9> in
            printf 'open gather\\n' >&9
            \(TutorProcess.untilShown("Question 1 of \(questions)", in: "out"))
            printf 'open gather\\n3 s\\n' | "$0" > out2 2> err2
            printf 'quit\\n' >&9; wait $!; cat err2
            """
        let ended = try await TutorProcess.run(
            "/bin/sh",
            ["-c", "cd \"$HOME\" && \(script)", TmuxTerminal.tutor],
            environment: home.environment
        )
        #expect(ended.output.contains("another tutor (process "))
        #expect(ended.output.contains("Going on without saving"))
        #expect(try await session("progress").output.contains("gather  0 of \(questions)"))
    }

    @Test func aDiskThatIsFullIsToldAtOnceAndTheAnswerStaysOnTheScreen() async throws {
        let key = try #require(
            Repository.lesson("gather")?.questions.lazy.compactMap { question in
                if case .choice(let choices) = question.kind {
                    choices.first { $0.correctness == .right }?.letter
                } else {
                    nil
                }
            }.first
        )
        // A limit of nothing on the size of files stands for a full disk: the same failed write, on any machine.
        let script = """
            (ulimit -f 0; trap '' XFSZ; printf 'open gather\\nnext\\nnext\\nnext\\n\(key)\\nprogress\\n' | "$0" 2>&1; echo "status $?") | cat
            """
        let ended = try await TutorProcess.run(
            "/bin/sh",
            ["-c", script, TmuxTerminal.tutor],
            environment: home.environment
        )
        #expect(ended.output.contains("journal.jsonl: could not be written"))
        #expect(ended.output.contains("gather  1 of \(questions)"))
        #expect(ended.output.hasSuffix("status 4\n"))
    }
}
