import ArgumentParser
import Foundation
import LessonKit
import TutorKit

/// Which run a subcommand is about: a lesson's demo, a Swift file, or a recorded trace.
struct RunSource: ParsableArguments {
    @OptionGroup var course: CourseOptions
    @Option(help: ArgumentHelp("A Swift file to run instead of a lesson's demo.", valueName: "file.swift"))
    var file: [String] = []
    @Option(
        help: ArgumentHelp("A recorded trace instead of a run: what CONCURRENCYKIT_TRACE wrote.", valueName: "file")
    )
    var trace: [String] = []
    @Option(help: ArgumentHelp("Take another legal schedule; the same number gives the same one.", valueName: "number"))
    var seed: [UInt64] = []
    @Flag(help: "Let the program's sleeps take real time.")
    var realTime = false
    @Flag(help: "Run the demo's edition in Swift's standard library, without the kit.")
    var stdlib = false
    @Argument(help: "The lesson, and its demo if that is not the main one.")
    var words: [String] = []

    /// One run.
    enum Item {
        case demo(String)
        case file(String)
        case trace(String)
    }

    /// - Parameter demos: how many demos of a lesson may be named at most.
    /// - Throws: `ValidationError`
    func items(demos: Int) throws -> [Item] {
        let files = file.map(Item.file) + trace.map(Item.trace)
        guard files.isEmpty else {
            if let word = words.first { throw ValidationError("found '\(word)' beside a file") }
            if stdlib { throw ValidationError("--stdlib is for a lesson's demo; a file is run as it is") }
            return files
        }
        guard !words.isEmpty else { throw ValidationError("name a lesson, or a file with --file or --trace") }
        guard words.count <= demos + 1 else {
            throw ValidationError("found '\(words[demos + 1])' after the lesson and its demo")
        }
        return words.count == 1 ? [.demo(Demo.mainName)] : words.dropFirst().map(Item.demo)
    }

    /// Runs what is to be run, one after the other, and says on standard error what went wrong.
    ///
    /// - Returns: the runs, and the exit code of the first that did not end well.
    /// - Throws: `ExitCode` where there is nothing to show.
    func runs(
        _ plan: [(item: Item, seed: UInt64?)],
        _ surroundings: Surroundings,
        _ complaints: Screen
    ) async throws -> (runs: [TracedRun], status: Int32) {
        let interrupts = Interrupts.process
        try interrupts.install()
        let compiler = surroundings.makeCompiler()
        let demos = surroundings.demoRunner(compiler)
        var runs: [TracedRun] = []
        var status: Int32 = 0
        do {
            for (item, seed) in plan {
                let (run, code) = try await one(item, seed: seed, demos, surroundings, complaints)
                runs.append(run)
                if status == 0 { status = code }
            }
        } catch {
            await compiler.close()
            throw error
        }
        await compiler.close()
        if let termination = interrupts.termination { throw ExitCode(termination.exitCode) }
        return (runs, status)
    }

    private func one(
        _ item: Item,
        seed: UInt64?,
        _ demos: DemoRunner,
        _ surroundings: Surroundings,
        _ complaints: Screen
    ) async throws -> (TracedRun, Int32) {
        let path: String
        var title: String
        switch item {
        case .trace(let file): return (try recorded(file, complaints), 0)
        case .file(let file): (path, title) = (file, URL(fileURLWithPath: file).lastPathComponent)
        case .demo(let name):
            let lesson = try course.lesson(words[0], in: course.catalog(surroundings))
            path = try course.demoFile(name, of: lesson, stdlib: stdlib)
            title = lesson.id + (name == Demo.mainName ? "" : " \(name)") + (stdlib ? " --stdlib" : "")
        }
        if let seed { title += " --seed \(seed)" }
        let interrupts = Interrupts.process
        let work = Task { await demos.run(file: path, realTime: realTime, seed: seed) { _ in } }
        let watch = Task {
            for await _ in interrupts.stream() { work.cancel() }
        }
        defer { watch.cancel() }
        switch await work.value {
        case .success(let run):
            if let complaint = run.complaint { try TerminalOutput.error.write(complaints.complaint(complaint)) }
            for problem in run.traceProblems { try TerminalOutput.error.write(complaints.complaint(problem)) }
            guard !run.trace.isEmpty else {
                if run.complaint == nil {
                    let words = "\(title): left no trace: the program did not use the kit's `run { … }`"
                    try TerminalOutput.error.write(complaints.complaint(words))
                }
                throw ExitCode(run.end.exitStatus == 0 ? ExitStatus.failure.rawValue : run.end.exitStatus)
            }
            let clock: Timeline.Clock = realTime ? .continuous : .virtual
            return (TracedRun(title: title, trace: run.trace, clock: clock), run.end.exitStatus)
        case .failure(let failure):
            try TerminalOutput.error.write(complaints.complaint("\(failure)"))
            if case .demo = item { throw ExitCode(failure.exitStatus(isLesson: true)) }
            throw ExitCode(failure.exitStatus(isLesson: false))
        }
    }

    private func recorded(_ file: String, _ complaints: Screen) throws -> TracedRun {
        do {
            let recorded = try RecordedRun(file: file)
            for problem in recorded.problems {
                try TerminalOutput.error.write(complaints.complaint("\(file): \(problem)"))
            }
            return recorded.run
        } catch let failure as RecordedRun.Failure {
            try TerminalOutput.error.write(complaints.complaint("\(failure)"))
            throw ExitCode(ExitStatus.usage.rawValue)
        }
    }
}
