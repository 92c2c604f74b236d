import ArgumentParser
import TutorKit

/// `tutor tree LESSON [DEMO] --at 150ms`
struct TreeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tree",
        abstract: "Show who waited for whom, at the end of a run or at any instant.",
        discussion: "Exit codes: as those of `tutor run`; 2 too for a trace that cannot be read."
    )

    @OptionGroup var source: RunSource
    @OptionGroup var display: DisplayOptions
    @Option(help: ArgumentHelp("As it was then: 150ms, 1.5s.", valueName: "time"))
    var at: String?
    @Option(help: ArgumentHelp("As it was after this step of the scheduler, from 1.", valueName: "number"))
    var step: String?
    @Flag(help: "Every task, however many there are.")
    var all = false

    func validate() throws {
        guard try source.items(demos: 1).count == 1, source.seed.count <= 1 else {
            throw ValidationError("one run at a time")
        }
        if at != nil, step != nil { throw ValidationError("--at and --step exclude one another") }
        _ = try instant
    }

    func run() async throws {
        let surroundings = Surroundings()
        try surroundings.complainOfSettings()
        let plan = try source.items(demos: 1).map { ($0, source.seed.first) }
        let (runs, status) = try await source.runs(plan, surroundings, surroundings.screen(display, on: .error))
        let view = try TimelineView(.tree(instant), all: all)
        try TerminalOutput.standard.write(surroundings.screen(display).text(runs.map { .timeline($0, view) }))
        if status != 0 { throw ExitCode(status) }
    }

    private var instant: TimelineTree.Instant {
        get throws {
            do {
                if let at { return try TimelineTree.Instant(time: at) }
                if let step { return try TimelineTree.Instant(step: step) }
                return .end
            } catch {
                throw ValidationError("\(error)")
            }
        }
    }
}
