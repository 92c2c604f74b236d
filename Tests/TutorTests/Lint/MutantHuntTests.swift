import LessonKit
import Testing
import TutorKit

/// Mutants of a real exercise, compiled and checked.
@Suite struct MutantHuntTests {
    @Test func theChecksOfTheGatherExerciseNoticeEveryFaultThatIsOne() async throws {
        let catalog = try Catalog(folder: Repository.lessons)
        let found = try catalog.findExercises("gather-fetch-all").get()
        let exercise = try #require(found.first?.exercise)
        let checker = ExerciseChecker(compiler: TestCompiler.checks, temporaryFolder: "/tmp")
        let report = await MutantHunt(checker: checker).report(on: exercise)
        #expect(report.survivors == [])
        #expect(report.stale == [])
        #expect(report.checked.contains { $0.mutant.mutation == "gather-in-a-loop" && $0.fate == .killed })
    }
}
