import ArgumentParser
import LessonKit
import TutorKit

/// `tutor exercise`, `tutor exercise NAME`
struct BeginExercise: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exercise",
        abstract: "Put an exercise's file into your workspace, and print its path; without a name, list the exercises.",
        discussion: """
            A file that is there is never overwritten. With --fresh it is moved aside to NAME.1.swift, NAME.2.swift, …, and \
            begun anew.

            Exit codes: 0; 2 there is no such exercise; 3 the lesson is broken; 4 the file cannot be written.
            """
    )

    @OptionGroup var course: CourseOptions
    @OptionGroup var place: WorkspaceOptions
    @Flag(help: "Begin anew, and keep what is there under another name.")
    var fresh = false
    @Argument(help: "The exercise, or its lesson.")
    var name: String?

    func validate() throws {
        if fresh, name == nil { throw ValidationError("name the exercise that is to be begun anew") }
    }

    func run() async throws {
        try Interrupts.process.install()
        let surroundings = Surroundings()
        guard let name else { return try list(surroundings) }
        let workspace = place.workspace(surroundings)
        for found in try course.exercises(name, surroundings) {
            do {
                if fresh, let kept = try workspace.reset(found.exercise) {
                    try TerminalOutput.error.write("yours is kept as \(kept)\n")
                } else {
                    try workspace.begin(found.exercise)
                }
            } catch let error as ExerciseWorkspace.Problem {
                try TerminalOutput.error.write("\(error.description)\n")
                throw ExitCode(ExitStatus.machine.rawValue)
            }
            try TerminalOutput.standard.write("\(workspace.file(of: found.exercise))\n")
        }
    }

    private func list(_ surroundings: Surroundings) throws {
        let exercises = try course.catalog(surroundings).exercises
        let width = exercises.map(\.exercise.id.count).max() ?? 0
        for found in exercises {
            let id = found.exercise.id + String(repeating: " ", count: width - found.exercise.id.count)
            let points = "\(found.question.points) point\(found.question.points == 1 ? "" : "s")"
            try TerminalOutput.standard.write("\(id)  \(found.lesson), \(points)\n")
        }
    }
}
