import ArgumentParser
import TutorKit

/// `tutor timeline LESSON [DEMO]`
struct TimelineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "Draw what a run did, or tell it in words, or write it for other programs.",
        discussion: """
            Without a form it is a drawing, one line a task. --steps has a column for each turn. --perfetto writes a file \
            that ui.perfetto.dev and chrome://tracing open, --svg a picture for a page.

            Exit codes: as those of `tutor run`; 2 too for a trace that cannot be read.
            """
    )

    @OptionGroup var source: RunSource
    @OptionGroup var display: DisplayOptions
    @Flag(help: "A column for each step of the scheduler: who ran when.")
    var steps = false
    @Flag(help: "In words, one fact a line.")
    var text = false
    @Flag(help: "The trace as comma-separated values, one event a row.")
    var csv = false
    @Flag(help: "The timeline as JSON: tasks, scopes, sums.")
    var json = false
    @Flag(help: "A Mermaid sequence diagram.")
    var mermaid = false
    @Option(help: ArgumentHelp("Write Trace Event JSON to a file.", valueName: "file"))
    var perfetto: String?
    @Option(help: ArgumentHelp("Write a picture to a file.", valueName: "file.svg"))
    var svg: String?
    @Flag(help: "Every task and every step, however many there are.")
    var all = false

    func validate() throws {
        guard try source.items(demos: 1).count == 1, source.seed.count <= 1 else {
            throw ValidationError("one run at a time; `tutor compare` takes two")
        }
        guard forms.count <= 1 else { throw ValidationError("one form at a time") }
    }

    func run() async throws {
        let surroundings = Surroundings()
        try surroundings.complainOfSettings()
        let complaints = surroundings.screen(display, on: .error)
        let plan = try source.items(demos: 1).map { ($0, source.seed.first) }
        let (runs, status) = try await source.runs(plan, surroundings, complaints)
        let view = TimelineView(forms.first ?? .lanes, all: all)
        for run in runs {
            if let path = perfetto ?? svg {
                let file = ExportFile(path: path, text: view.text(of: run))
                do { try file.write() } catch {
                    try TerminalOutput.error.write(complaints.complaint("\(error)"))
                    throw ExitCode((error.isRefusal ? ExitStatus.usage : .machine).rawValue)
                }
            } else {
                try TerminalOutput.standard.write(surroundings.screen(display).text([.timeline(run, view)]))
            }
        }
        if status != 0 { throw ExitCode(status) }
    }

    private var forms: [TimelineView.Form] {
        let flags: [(Bool, TimelineView.Form)] = [
            (steps, .steps), (text, .text), (csv, .csv), (json, .json), (mermaid, .mermaid),
            (perfetto != nil, .perfetto), (svg != nil, .svg),
        ]
        return flags.filter(\.0).map(\.1)
    }
}
