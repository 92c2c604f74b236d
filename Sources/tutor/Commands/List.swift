import ArgumentParser
import LessonKit
import TutorKit

/// `tutor list`
struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the lessons.",
        discussion: "A lesson that is broken is named on standard error, and the exit code is 3."
    )

    @OptionGroup var course: CourseOptions
    @OptionGroup var display: DisplayOptions

    func run() async throws {
        try Interrupts.process.install()
        let surroundings = Surroundings()
        try surroundings.complainOfSettings()
        let catalog = try course.catalog(surroundings)
        let rows = catalog.lessons.map { lesson in
            [
                lesson.number < 10 ? " \(lesson.number)" : "\(lesson.number)", lesson.id,
                "\(lesson.title) (\(lesson.minutes) min, \(lesson.questions.count) questions)",
            ]
        }
        var screen = surroundings.screen(display)
        // One line a lesson, for the next program.
        if !TerminalOutput.standard.isTerminal { screen.width = .max }
        try TerminalOutput.standard.write(screen.text([.columns(rows, indent: 0)]))
        guard catalog.diagnostics.isEmpty else {
            for diagnostic in catalog.diagnostics {
                try TerminalOutput.error.write("\(diagnostic)\n")
            }
            throw ExitCode(ExitStatus.brokenLesson.rawValue)
        }
    }
}
