import ArgumentParser
import Foundation
import LessonKit
import TutorKit

/// `tutor lint [LESSON …]`
struct Lint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prove that a course is sound: read every text, run every program.",
        discussion: """
            Checks the course, or the lessons named; `tutor --lessons DIR lint` checks another course. --list-rules says what \
            is checked. Without --no-run every demo is compiled and run, under several schedules, and compared with its \
            transcript and its Python twin.

            Exit codes: 0 nothing found; 1 a rule is broken; 2 something typed cannot be understood; 3 a lesson cannot be \
            read; 4 this machine could not run what has to be run; 130 interrupted.
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, sarif
    }

    @OptionGroup var course: CourseOptions
    @Option(help: "text, json, or sarif (SARIF 2.1.0).")
    var format = Format.text
    @Option(help: ArgumentHelp("Apply only this rule; may be given several times.", valueName: "id"))
    var rule: [String] = []
    @Flag(help: "Write listings, pictures and transcripts anew where they are wrong, and say which.")
    var fix = false
    @Flag(name: .customLong("no-run"), help: "Run no programs: check the texts only.")
    var noRun = false
    @Option(help: ArgumentHelp("How many schedules to try besides the kit's own.", valueName: "number"))
    var seeds: UInt64 = 16
    @Flag(help: "Report how hard each lesson is to read, and check nothing.")
    var readability = false
    @Flag(help: "List the rules, and check nothing.")
    var listRules = false
    @Argument(help: "Lessons: names, numbers, or the beginnings of names.")
    var words: [String] = []

    func validate() throws {
        let known = LintRule.all.map(\.id)
        for id in rule where !known.contains(id) {
            let clause = Suggestion.clause(for: id, among: known, otherwise: "; --list-rules lists them")
            throw ValidationError("there is no rule '\(id)'\(clause)")
        }
        if seeds > 10_000 { throw ValidationError("--seeds: at most 10000") }
    }

    func run() async throws {
        if listRules { return try TerminalOutput.standard.write(TerminalText(LintText.rules())) }
        let interrupts = Interrupts.process
        try interrupts.install()
        let surroundings = Surroundings()
        let folder = course.folder(surroundings, shortened: true)
        let catalog = try CourseOptions.catalog(folder)
        let selection = try selection(catalog)
        if readability {
            let lessons = catalog.lessons.filter { selection?.contains($0.folderName) ?? true }
            return try TerminalOutput.standard.write(TerminalText(ReadabilityText.text(lessons)))
        }
        let compiler = surroundings.makeCompiler()
        let checkCompiler = surroundings.makeCheckCompiler()
        let checker = ExerciseChecker(compiler: checkCompiler, temporaryFolder: surroundings.places.temporary)
        let work = Task { try await lint(folder, selection, surroundings, compiler, checker) }
        let watch = Task {
            for await _ in interrupts.stream() { work.cancel() }
        }
        let result = await work.result
        watch.cancel()
        await compiler.close()
        await checkCompiler.close()
        if let termination = interrupts.termination { throw ExitCode(termination.exitCode) }
        if work.isCancelled { throw ExitCode(130) }
        let report = try result.get()
        let text =
            switch format {
            case .text: LintText.text(report)
            case .json: LintJSON.text(report)
            case .sarif: SARIFText.text(report)
            }
        try TerminalOutput.standard.write(TerminalText(text))
        if report.status != .success { throw ExitCode(report.status.rawValue) }
    }

    private func lint(
        _ folder: String,
        _ selection: Set<String>?,
        _ surroundings: Surroundings,
        _ compiler: Compiler,
        _ checker: ExerciseChecker
    ) async throws -> LintReport {
        let runner = ProgramRunner(temporaryFolder: surroundings.places.temporary)
        let options = LintOptions(
            rules: rule.isEmpty ? Set(LintRule.all.map(\.id)) : Set(rule),
            runsPrograms: !noRun,
            seeds: seeds,
            fixes: fix
        )
        let python =
            await options.asksPython
            ? PythonInterpreter.find(
                environment: surroundings.environment,
                runner: runner,
                folder: surroundings.places.cache
            ) : nil
        let progress = ProgressLine()
        defer { progress.erase() }
        return try await Linter(compiler: compiler, runner: runner, python: python, checker: checker, options: options)
            .lint(folder, selection: selection) { step in
                progress.show("\(step.done) of \(step.total): \(step.name)")
            }
    }

    /// The folder names of the lessons that were named; nil for all.
    private func selection(_ catalog: Catalog) throws -> Set<String>? {
        guard !words.isEmpty else { return nil }
        var names: Set<String> = []
        for word in words {
            switch catalog.lesson(matching: word) {
            case .found(let entry): names.insert(entry.folderName)
            case .ambiguous(let ids):
                throw ValidationError("'\(word)' could be \(ids.joined(separator: " or ")); type more of it")
            case .none(let suggestion):
                let clause = suggestion.map { "; did you mean '\($0)'?" } ?? "; `tutor list` names them"
                throw ValidationError("no lesson '\(word)'\(clause)")
            }
        }
        return names
    }
}
