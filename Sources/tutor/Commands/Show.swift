import ArgumentParser
import LessonKit
import TutorKit

/// `tutor show LESSON`
struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the text of a lesson, its questions included and their answers left out.",
        discussion: """
            On a terminal, page by page with $PAGER, or with less where that is not set; --no-pager, or an empty PAGER, \
            prints it at once.
            """
    )

    @OptionGroup var course: CourseOptions
    @OptionGroup var display: DisplayOptions
    @Argument(help: "The lesson's name, number, or the beginning of its name.")
    var lesson: String

    func run() async throws {
        try Interrupts.process.install()
        let surroundings = Surroundings()
        try surroundings.complainOfSettings()
        let lesson = try course.lesson(lesson, in: course.catalog(surroundings))
        let screen = surroundings.screen(display)
        let text = screen.text([.words(lesson.heading), .blocks(lesson.wholeText)])
        if !display.noPager, !screen.style.isAccessible, TerminalOutput.standard.isTerminal,
            let pager = Pager(surroundings.settings.pager, environment: surroundings.environment)
        {
            let isShown = await pager.show(text)
            if let termination = Interrupts.process.termination { throw ExitCode(termination.exitCode) }
            if isShown { return }
            try TerminalOutput.error.write("the pager '\(pager.command)' failed; here is the text:\n")
        }
        try TerminalOutput.standard.write(text)
    }
}
