import ArgumentParser
import Foundation
import LessonKit
import TutorKit

/// `tutor run LESSON`, `tutor run --file FILE.swift`
struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run a lesson's demo, or any Swift program on ConcurrencyKit.",
        discussion: """
            In virtual time, so at once and the same every time; --real-time lets its sleeps take real seconds. A file that \
            does not import ConcurrencyKit runs on the kit's loop too.

            Exit codes: 0 the program ended well; 1 it did not, or it does not compile; 2 there is no such lesson or \
            demo; 3 the lesson is broken; 4 this machine could not compile or run it; 130 interrupted.
            """
    )

    @OptionGroup var course: CourseOptions
    @OptionGroup var display: DisplayOptions
    @Option(help: ArgumentHelp("A Swift file to run instead of a lesson's demo.", valueName: "file.swift"))
    var file: String?
    @Flag(help: "Draw the timeline below the output.")
    var timeline = false
    @Flag(help: "Let the program's sleeps take real time.")
    var realTime = false
    @Flag(help: "Run the demo's edition in Swift's standard library, without the kit.")
    var stdlib = false
    @Option(help: ArgumentHelp("Take another legal schedule; the same number gives the same one.", valueName: "number"))
    var seed: UInt64?
    @Argument(
        help: """
            The lesson, its demo, and the program's own arguments; with --file, only those. Behind `--`, they may begin \
            with a dash.
            """
    )
    var words: [String] = []

    func validate() throws {
        if file == nil, words.isEmpty { throw ValidationError("name a lesson, or a file with --file") }
        if file != nil, stdlib { throw ValidationError("--stdlib is for a lesson's demo; a file is run as it is") }
    }

    /// The program's own.
    private var arguments: [String] { file == nil ? Array(words.dropFirst(2)) : words }

    func run() async throws {
        let interrupts = Interrupts.process
        try interrupts.install()
        let surroundings = Surroundings()
        try surroundings.complainOfSettings()
        let path = try file ?? demoFile(surroundings)
        let compiler = surroundings.makeCompiler()
        let demos = surroundings.demoRunner(compiler)
        let relay = ProgramRelay()
        let work = Task {
            await demos.run(file: path, realTime: realTime, seed: seed, arguments: arguments) { relay.pass($0) }
        }
        relay.onFailure { work.cancel() }
        let watch = Task {
            for await _ in interrupts.stream() { work.cancel() }
        }
        let outcome = await work.value
        watch.cancel()
        await compiler.close()
        try relay.check()
        try report(outcome, surroundings.screen(display), surroundings.screen(display, on: .error))
        if let termination = interrupts.termination { throw ExitCode(termination.exitCode) }
    }

    private func demoFile(_ surroundings: Surroundings) throws -> String {
        let lesson = try course.lesson(words[0], in: course.catalog(surroundings))
        return try course.demoFile(words.count > 1 ? words[1] : Demo.mainName, of: lesson, stdlib: stdlib)
    }

    private func report(
        _ outcome: Result<ProgramRun, DemoRunner.Failure>,
        _ screen: Screen,
        _ complaints: Screen
    ) throws {
        switch outcome {
        case .success(let run):
            if timeline {
                let traced = TracedRun(
                    title: file ?? words.joined(separator: " "),
                    trace: run.trace,
                    clock: realTime ? .continuous : .virtual
                )
                try TerminalOutput.standard.write("\n" + screen.text([.timeline(traced, TimelineView())]))
            }
            if !run.ownErrorOutput.isEmpty { try TerminalOutput.error.write(TerminalText(run.ownErrorOutput)) }
            if let complaint = run.complaint { try TerminalOutput.error.write(complaints.complaint(complaint)) }
            try end(run.end.exitStatus)
        case .failure(let failure):
            try TerminalOutput.error.write(complaints.complaint("\(failure)"))
            try end(failure.exitStatus(isLesson: file == nil))
        }
    }

    private func end(_ code: Int32) throws {
        if code != 0 { throw ExitCode(code) }
    }
}
