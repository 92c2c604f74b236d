import ArgumentParser
import LessonKit
import TutorKit

/// `tutor show LESSON`
struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the text of a lesson, its questions included and their answers left out."
    )

    @OptionGroup var course: CourseOptions
    @Argument(help: "The lesson's name, number, or the beginning of its name.")
    var lesson: String

    func run() async throws {
        try Interrupts.process.install()
        let surroundings = Surroundings()
        let lesson = try course.lesson(lesson, in: course.catalog(surroundings))
        let screen = Screen(width: surroundings.width)
        try TerminalOutput.standard.write(screen.text([.words(lesson.heading), .blocks(lesson.wholeText)]))
    }
}
