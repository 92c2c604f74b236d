import Foundation
import LessonKit
import Testing
import TutorKit

/// `tutor exercise` and `tutor check`, as scripts use them.
@Suite struct CheckCommandTests {
    private let home: TemporaryHome
    private let exercise: Exercise

    init() throws {
        home = try TemporaryHome()
        exercise = try #require(try Catalog(folder: Repository.lessons).exercises.first { $0.lesson == "gather" })
            .exercise
    }

    private func tutor(_ arguments: String...) async throws -> TutorProcess.Ended {
        try await TutorProcess.tutor(arguments, environment: home.environment)
    }

    private func write(_ text: String) throws -> String {
        try home.write(text, to: "answer.swift")
        return "\(home.path)/answer.swift"
    }

    private var workspaceFile: String { "\(home.path)/data/async-tutor/workspace/\(exercise.id)/\(exercise.id).swift" }

    private var journal: String {
        (try? String(contentsOfFile: "\(home.path)/data/async-tutor/journal.jsonl", encoding: .utf8)) ?? ""
    }

    @Test func exercisePrintsThePathAndKeepsWhatIsThere() async throws {
        let first = try await tutor("exercise", "gather")
        #expect(first.status == 0)
        #expect(first.output.split(separator: "\n").map(String.init).contains(workspaceFile))
        try Data("mine".utf8).write(to: URL(fileURLWithPath: workspaceFile))
        #expect(try await tutor("exercise", exercise.id).output == "\(workspaceFile)\n")
        #expect(try String(contentsOfFile: workspaceFile, encoding: .utf8) == "mine")
        let fresh = try await tutor("exercise", exercise.id, "--fresh")
        #expect(fresh.error.contains("\(exercise.id).1.swift"))
        #expect(try String(contentsOfFile: workspaceFile, encoding: .utf8) == exercise.starter)
    }

    @Test func theExercisesAreListed() async throws {
        let listed = try await tutor("exercise")
        #expect(listed.status == 0)
        #expect(
            listed.output.contains("\(exercise.id)  gather, 5 points\n") || listed.output.contains("\(exercise.id) ")
        )
    }

    @Test func aPassIsZeroAndIsRecordedWithTheWholeText() async throws {
        _ = try await tutor("exercise", exercise.id)
        try Data(exercise.solution.utf8).write(to: URL(fileURLWithPath: workspaceFile))
        let checked = try await tutor("check", exercise.id)
        #expect(checked.status == 0)
        #expect(checked.output.hasPrefix("Right: every promise is kept.\n"))
        #expect(journal.contains("\"verdict\":\"right\""))
        #expect(journal.contains("gatherResults(fetches)"))
    }

    @Test func aVerdictIsToldThoughAnotherTutorHoldsTheJournal() async throws {
        _ = try await tutor("exercise", exercise.id)
        try Data(exercise.solution.utf8).write(to: URL(fileURLWithPath: workspaceFile))
        let script = """
            mkfifo in && { "$0" < in > out & } && exec 9> in
            printf 'open gather\\n' >&9
            \(TutorProcess.untilShown("Question 1 of", in: "out"))
            "$0" check \(exercise.id) | head -1; "$0" check \(exercise.id) > /dev/null; echo $?
            printf 'quit\\n' >&9; wait $!
            """
        let ended = try await TutorProcess.run(
            "/bin/sh",
            ["-c", "cd \"$HOME\" && \(script)", TmuxTerminal.tutor],
            environment: home.environment
        )
        #expect(ended.output == "Right: every promise is kept.\n4\n")
        #expect(ended.error.contains("the verdict could not be recorded: "))
        #expect(ended.error.contains("another tutor (process "))
    }

    @Test func aFailureIsOneAndAFileOfOnesOwnIsNotRecorded() async throws {
        let checked = try await tutor("check", exercise.id, try write(exercise.wrong[0].text))
        #expect(checked.status == 1)
        #expect(checked.output.hasPrefix("Not right: "))
        #expect(journal.isEmpty)
    }

    @Test func whatDoesNotCompileIsOne() async throws {
        let checked = try await tutor("check", exercise.id, try write("func fetchAll() { nothing() }\n"))
        #expect(checked.status == 1)
        #expect(checked.output.contains("answer.swift:1:19: error: cannot find 'nothing' in scope\n"))
        #expect(!checked.output.contains("checks.swift"))
    }

    @Test func unknownExercisesAndFilesAreTwo() async throws {
        let unknown = try await tutor("check", "gather-fetch-al")
        #expect(unknown.status == 2)
        #expect(unknown.error == "no exercise and no lesson 'gather-fetch-al'; did you mean 'gather-fetch-all'?\n")
        let file = try await tutor("check", exercise.id, "\(home.path)/nowhere.swift")
        #expect(file.status == 2)
        #expect(file.error == "\(home.path)/nowhere.swift: there is no such file\n")
        #expect(try await tutor("check", exercise.id, "--seed", "x").status == 2)
        #expect(try await tutor("check", exercise.id, "--order", "x").status == 2)
        #expect(try await tutor("exercise", "--fresh").status == 2)
    }

    @Test func aBrokenLessonIsThree() async throws {
        try home.write(
            "<!-- lesson minutes=1 -->\n# T\n\n<!-- question id=e kind=code -->\nDo.\n",
            to: "course/01-x/lesson.md"
        )
        let checked = try await tutor("--lessons", "\(home.path)/course", "check", "x")
        #expect(checked.status == 3)
        #expect(checked.error.contains("01-x/lesson.md:4:18: error: no folder 'exercises/e' for this code question"))
    }

    @Test func aMachineWithoutACompilerIsFour() async throws {
        var environment = home.environment
        environment["PATH"] = "/nowhere"
        environment["XDG_CACHE_HOME"] = "\(home.path)/cache"
        let file = try write(exercise.solution)
        let checked = try await TutorProcess.tutor(["check", exercise.id, file], environment: environment)
        #expect(checked.status == 4)
        #expect(checked.output.hasPrefix("Could not tell: no Swift compiler"))
    }

    @Test func oneOrderIsRunAloneAndSaysSo() async throws {
        let file = try write(exercise.wrong[0].text)
        let checked = try await tutor("check", exercise.id, file, "--seed", "7")
        #expect(checked.status == 1)
        #expect(checked.output.hasPrefix("In this order it goes wrong.\n"))
        #expect(checked.output.contains("This was the order of seed 7: `--seed 7` repeats it."))
    }

    @Test func jsonSaysWhatWasTriedAndWhatItShows() async throws {
        let wrong = exercise.wrong[0]
        let checked = try await tutor("check", exercise.id, try write(wrong.text), "--json")
        #expect(checked.status == 1)
        let reports = try JSONDecoder().decode([ExerciseReport].self, from: Data(checked.output.utf8))
        #expect(reports.map(\.format) == ["async-tutor/check/v1"])
        #expect(reports.map(\.verdict) == [.failed])
        #expect(reports.map(\.misconceptions) == [[wrong.misconception]])
    }

    @Test func everyFileOfTheExerciseDoesWhatItsNameSays() async throws {
        for (text, expected) in [(exercise.starter, nil), (exercise.solution, nil)]
            + exercise.wrong.map({ ($0.text, $0.misconception) })
        {
            let checked = try await tutor("check", exercise.id, try write(text), "--json")
            let report = try JSONDecoder().decode([ExerciseReport].self, from: Data(checked.output.utf8))[0]
            #expect(report.verdict == (text == exercise.solution ? .passed : .failed))
            #expect(report.misconceptions == (expected.map { [$0] } ?? []))
        }
    }
}
