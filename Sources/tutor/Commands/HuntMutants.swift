import ArgumentParser
import LessonKit
import TutorKit

/// `tutor mutants [EXERCISE | LESSON …]`: for whoever writes exercises.
struct HuntMutants: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutants",
        abstract: "Prove that an exercise's checks notice small faults in its solution.",
        discussion: """
            Puts one fault at a time into solution.swift (a cancel is dropped, a condition negated, a sleep shortened, …) and runs \
            the checks. A mutant that survives shows a hole in the checks, or does the same as the solution: then mutants.md \
            beside it says why.

            Exit codes: 0 every mutant was noticed or is explained; 1 one survived, or an explanation is out of date; 2 there \
            is no such exercise; 3 the lesson is broken; 4 this machine could not tell; 130 interrupted.
            """
    )

    @OptionGroup var course: CourseOptions
    @Argument(help: "Exercises, or lessons; without one, the whole course.")
    var names: [String] = []
    @Flag(help: "Tell every mutant, and not only those that survived.")
    var all = false

    func run() async throws {
        let interrupts = Interrupts.process
        try interrupts.install()
        let surroundings = Surroundings()
        let exercises = try exercises(surroundings)
        let compiler = surroundings.makeCheckCompiler()
        let hunt = MutantHunt(
            checker: ExerciseChecker(compiler: compiler, temporaryFolder: surroundings.places.temporary)
        )
        let progress = ProgressLine()
        var status = ExitStatus.success
        var reports: [MutantReport] = []
        for exercise in exercises {
            let work = Task {
                await hunt.report(on: exercise) { progress.show("\($0.done) of \($0.total): \($0.name)") }
            }
            let watch = Task {
                for await _ in interrupts.stream() { work.cancel() }
            }
            let report = await work.value
            watch.cancel()
            progress.erase()
            if work.isCancelled {
                await compiler.close()
                throw ExitCode(130)
            }
            try TerminalOutput.standard.write(TerminalText(report.text(all: all)))
            reports.append(report)
            if status != .failure, report.status != .success { status = report.status }
        }
        await compiler.close()
        if reports.count > 1 {
            try TerminalOutput.standard.write(TerminalText("\(MutantReport.total(of: reports))\n"))
        }
        if let termination = interrupts.termination { throw ExitCode(termination.exitCode) }
        if status != .success { throw ExitCode(status.rawValue) }
    }

    private func exercises(_ surroundings: Surroundings) throws -> [Exercise] {
        guard names.isEmpty else {
            return try names.flatMap { try course.exercises($0, surroundings).map(\.exercise) }
        }
        return try course.catalog(surroundings).lessons.flatMap(\.questions).compactMap {
            if case .code(let exercise) = $0.kind { exercise } else { nil }
        }
    }
}
