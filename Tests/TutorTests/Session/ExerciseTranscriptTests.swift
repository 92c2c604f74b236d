import Foundation
import LessonKit
import Testing
import TutorKit

/// Sessions with an exercise, as a person sees them.
@Suite struct ExerciseTranscriptTests {
    /// A course whose one exercise is that of the gather lesson.
    private func course() throws -> (home: TemporaryHome, exercise: Exercise) {
        let home = try TemporaryHome()
        let gather = try #require(try Catalog(folder: Repository.lessons).exercises.first { $0.lesson == "gather" })
        try home.write(
            """
            <!-- lesson minutes=5 -->
            # Fetching

            Now you.

            <!-- question id=\(gather.exercise.id) kind=code points=5 -->
            Write `fetchAll`.

            <details><summary>Hint 1 of 2</summary>Gather takes an array.</details>
            <details><summary>Hint 2 of 2</summary>One form gives errors as values.</details>
            """,
            to: "01-fetching/lesson.md"
        )
        try FileManager.default.createDirectory(
            atPath: "\(home.path)/01-fetching/exercises",
            withIntermediateDirectories: true
        )
        try FileManager.default.copyItem(
            atPath: gather.exercise.folder,
            toPath: "\(home.path)/01-fetching/exercises/\(gather.exercise.id)"
        )
        return (home, gather.exercise)
    }

    private func check(_ name: String, _ texts: (Exercise) -> [String]) async throws {
        let (home, exercise) = try course()
        var transcript = SessionTranscript(name)
        transcript.exercises = try ScriptedExercises(typing: texts(exercise))
        try await transcript.check(lessons: home.path)
    }

    @Test func anExerciseIsBegunFailedPassedAndCompared() async throws {
        try await check("exercise") { exercise in
            [exercise.wrong[0].text, exercise.solution.replacing("map { page in", with: "map { (page: String) in")]
        }
    }

    @Test func errorsOfTheCompilerGivingUpAndBeginningAfresh() async throws {
        try await check("exercise-errors") { exercise in
            [
                exercise.starter.replacing("    []", with: "    [fetch(pages[0])]"),
                "func fetchAll(pages: [String]) {}\n",
            ]
        }
    }
}
