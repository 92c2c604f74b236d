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

    func run() async throws {
        try Interrupts.process.install()
        let catalog = try course.catalog(Surroundings())
        let width = catalog.lessons.map(\.id.count).max() ?? 0
        for lesson in catalog.lessons {
            let number = String(repeating: " ", count: lesson.number < 10 ? 1 : 0) + "\(lesson.number)"
            let id = lesson.id + String(repeating: " ", count: width - lesson.id.count)
            try TerminalOutput.standard.write(
                Sanitizer.text(
                    "\(number)  \(id)  \(lesson.title) (\(lesson.minutes) min, \(lesson.questions.count) questions)"
                ) + "\n"
            )
        }
        guard catalog.diagnostics.isEmpty else {
            for diagnostic in catalog.diagnostics {
                try TerminalOutput.error.write(Sanitizer.text("\(diagnostic)") + "\n")
            }
            throw ExitCode(ExitStatus.brokenLesson.rawValue)
        }
    }
}
