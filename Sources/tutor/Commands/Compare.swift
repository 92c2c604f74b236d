import ArgumentParser
import LessonKit
import TutorKit

/// `tutor compare LESSON DEMO DEMO`
struct Compare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put two runs beside one another: two demos, two legal orders of one, two files or two traces.",
        discussion: """
            Both timelines have the same axis; below stand how long each run took, how long its tasks waited in all, and \
            the first event that differs.

              tutor compare gather sequential demo
              tutor compare gather --seed 1 --seed 2
              tutor compare --file one.swift --file other.swift
              tutor compare --trace one.jsonl --trace other.jsonl

            Exit codes: as those of `tutor run`; 2 too for a trace that cannot be read. That the runs differ is no failure.
            """
    )

    @OptionGroup var source: RunSource
    @OptionGroup var display: DisplayOptions
    @Flag(help: "In words, one fact a line.")
    var text = false
    @Flag(help: "Every task, however many there are.")
    var all = false

    func validate() throws { _ = try plan }

    func run() async throws {
        let surroundings = Surroundings()
        try surroundings.complainOfSettings()
        let (runs, status) = try await source.runs(try plan, surroundings, surroundings.screen(display, on: .error))
        let comparison = RunComparison(runs[0], runs[1])
        let form: CompareOptions.Form = text ? .text : all ? .all : .drawing
        try TerminalOutput.standard.write(surroundings.screen(display).text([.comparison(comparison, form)]))
        if status != 0 { throw ExitCode(status) }
    }

    /// Two runs.
    private var plan: [(item: RunSource.Item, seed: UInt64?)] {
        get throws {
            let items = try source.items(demos: 2)
            switch (items.count, source.seed.count) {
            case (2, 0): return items.map { ($0, nil) }
            case (1, 1): return [(items[0], nil), (items[0], source.seed[0])]
            case (1, 2): return source.seed.map { (items[0], $0) }
            default:
                throw ValidationError(
                    "compare needs two demos (tutor compare gather demo failure) or two orders of one "
                        + "(tutor compare gather --seed 1 --seed 2)"
                )
            }
        }
    }
}
