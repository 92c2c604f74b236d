import ArgumentParser
import Foundation
import LessonKit
import TutorKit

/// `tutor try 'print(try await gather(one, two))'`
struct TrySnippet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "try",
        abstract: "Run a piece of Swift on ConcurrencyKit, and show its value.",
        discussion: """
            In virtual time. Top-level `await` works; `one` and `two`, which take 1 s and 2 s, are there to play with, and \
            with --lesson the functions and types of that lesson's demo. Without CODE, or with -, it reads standard input.

            Exit codes: 0 it ended well; 1 it did not, or it does not compile; 2 there is no such lesson, or nothing to \
            run; 3 the lesson is broken; 4 this machine could not compile or run it; 130 interrupted.
            """
    )

    @OptionGroup var course: CourseOptions
    @OptionGroup var display: DisplayOptions
    @Option(help: ArgumentHelp("The lesson whose demo's functions and types are there.", valueName: "lesson"))
    var lesson: String?
    @Flag(help: "Draw the timeline below the output.")
    var timeline = false
    @Argument(help: "The Swift to run; several are lines. - reads standard input.")
    var code: [String] = []

    func run() async throws {
        let interrupts = Interrupts.process
        try interrupts.install()
        let surroundings = Surroundings()
        let snippet = Snippet(try text(), followsTry: true)
        guard !snippet.isEmpty else {
            try TerminalOutput.error.write("nothing to try; give it Swift: tutor try '1 + 1'\n")
            throw ExitCode(ExitStatus.usage.rawValue)
        }
        let demo = try lesson.map { try course.lesson($0, in: course.catalog(surroundings)).demos.first } ?? nil
        let compiler = surroundings.makeCompiler()
        let snippets = surroundings.snippetRunner(compiler)
        let relay = ProgramRelay()
        let work = Task {
            await snippets.run(SnippetRequest(snippet, demo: demo)) { text in
                relay.pass(OutputChunk(stream: .output, text: text))
            }
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

    private func text() throws -> String {
        guard code.isEmpty || code == ["-"] else { return code.joined(separator: "\n") }
        return String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
    }

    private func report(_ outcome: SnippetOutcome, _ screen: Screen, _ complaints: Screen) throws {
        switch outcome {
        case .ran(let ran):
            let traced = TracedRun(title: "try", trace: ran.run.trace)
            if timeline, !traced.timeline.lanes.isEmpty {
                try TerminalOutput.standard.write("\n" + screen.text([.timeline(traced, TimelineView())]))
            }
            let errors = ran.run.ownErrorOutput
            if !errors.isEmpty { try TerminalOutput.error.write(TerminalText(errors)) }
            guard let complaint = ran.run.complaint else { return }
            try fail(complaint, .failure, complaints)
        case .rejected(let words): try fail(words, .failure, complaints)
        case .couldNotRun(let reason): try fail(reason, .machine, complaints)
        case .cancelled: throw ExitCode(130)
        }
    }

    private func fail(_ words: String, _ status: ExitStatus, _ complaints: Screen) throws {
        try TerminalOutput.error.write(complaints.complaint(words))
        throw ExitCode(status.rawValue)
    }
}
