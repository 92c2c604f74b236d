import ArgumentParser
import Foundation
import LessonKit
import TutorKit

/// `tutor check EXERCISE`, `tutor check LESSON`, `tutor check EXERCISE FILE`
struct CheckExercise: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check what you have written for an exercise.",
        discussion: """
            Without FILE it is the one in your workspace, and the verdict goes to your progress. FILE is checked and nothing \
            is recorded.

            Exit codes: 0 passed; 1 not passed; 2 there is no such exercise or file; 3 the lesson is broken; 4 this machine \
            could not tell; 130 interrupted.
            """
    )

    @OptionGroup var course: CourseOptions
    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var display: DisplayOptions
    @Flag(help: "Check again whenever the file is saved, until Ctrl-C.")
    var watch = false
    @Option(
        help: ArgumentHelp(
            "Try one order of tasks instead of many: the number that a failure names.",
            valueName: "number"
        )
    )
    var seed: UInt64?
    @Option(help: ArgumentHelp("The same, in words: \"choices 0,1 cancel 2\".", valueName: "order"))
    var order: String?
    @Flag(help: "Print the result as JSON.")
    var json = false
    @Argument(help: "The exercise, or its lesson.")
    var name: String
    @Argument(help: "A file to check instead of the one in your workspace.")
    var file: String?

    func validate() throws {
        if watch, json { throw ValidationError("--watch shows results to people; --json is for one check") }
        if seed != nil, order != nil { throw ValidationError("give --seed or --order, not both") }
        if let order, ReplayWords(order) == nil {
            throw ValidationError(
                "no order of tasks is '\(order)'; write fifo, or \"choices 0,1\", perhaps with \"cancel 3\" behind it"
            )
        }
    }

    func run() async throws {
        let interrupts = Interrupts.process
        try interrupts.install()
        let surroundings = Surroundings()
        let found = try course.exercises(name, surroundings)
        if found.count > 1, file != nil || watch {
            let names = found.map(\.exercise.id).joined(separator: ", ")
            try TerminalOutput.error.write("'\(name)' has several exercises; name one of them: \(names)\n")
            throw ExitCode(ExitStatus.usage.rawValue)
        }
        let compiler = surroundings.makeCheckCompiler()
        let work = HeadlessCheck(
            desk: place.desk(surroundings, compiler),
            file: file,
            selection: selection,
            journalFolder: file == nil && selection.schedule == nil ? surroundings.places.data : nil
        )
        let status: ExitStatus
        do {
            status =
                watch ? try await self.watch(found[0], work, surroundings) : try await check(found, work, surroundings)
        } catch {
            await compiler.close()
            throw error
        }
        await compiler.close()
        if let termination = interrupts.termination { throw ExitCode(termination.exitCode) }
        if status != .success { throw ExitCode(status.rawValue) }
    }

    private var selection: ExerciseChecker.Selection {
        let words = order.flatMap(ReplayWords.init) ?? seed.map { ReplayWords(schedule: .seed($0)) }
        return ExerciseChecker.Selection(schedule: words?.schedule, cancelAt: words?.cancelAt)
    }

    private func check(_ all: [FoundExercise], _ work: HeadlessCheck, _ surroundings: Surroundings) async throws
        -> ExitStatus
    {
        var worst = ExitStatus.success
        var reports: [ExerciseReport] = []
        for found in all {
            let checking = Task { await work.run(found) }
            let watch = Task {
                for await _ in Interrupts.process.stream() { checking.cancel() }
            }
            let outcome = await checking.value
            watch.cancel()
            if checking.isCancelled { throw ExitCode(130) }
            if json {
                if let result = outcome.result { reports.append(ExerciseReport(result, of: found)) }
            } else {
                if all.count > 1 { try TerminalOutput.standard.write("\(found.exercise.id)\n\n") }
                try show(outcome, surroundings)
            }
            try complain(outcome, surroundings)
            worst = worst.worse(of: outcome.status(isOwnFile: file == nil))
        }
        if json { try TerminalOutput.standard.write(TerminalText(try ExerciseReport.json(reports))) }
        return worst
    }

    private func watch(_ found: FoundExercise, _ work: HeadlessCheck, _ surroundings: Surroundings) async throws
        -> ExitStatus
    {
        if case .problem(let words) = work.begin(found) {
            try TerminalOutput.error.write("\(words)\n")
            return .usage
        }
        let path = work.path(of: found)
        var status = ExitStatus.success
        let watch = ExerciseWatch(
            path: path,
            looks: Looks.every(.milliseconds(150)),
            interrupts: Interrupts.process.stream()
        ) { await work.run(found) }
        try await watch.run { outcome in
            try show(outcome, surroundings)
            try complain(outcome, surroundings)
            try TerminalOutput.standard.write(
                "\nWatching \(path): every save is checked. Ctrl-C ends.\n\n"
            )
            status = outcome.status(isOwnFile: file == nil)
        }
        return status
    }

    private func show(_ outcome: ExerciseOutcome, _ surroundings: Surroundings) throws {
        guard let result = outcome.result else { return }
        let showings = result.showings(isReplay: selection.schedule != nil, isHeadless: true)
        try TerminalOutput.standard.write(surroundings.screen(display).text(showings))
    }

    private func complain(_ outcome: ExerciseOutcome, _ surroundings: Surroundings) throws {
        switch outcome {
        case .problem(let words), .unrecorded(_, _, reason: let words):
            try TerminalOutput.error.write(surroundings.screen(display, on: .error).complaint(words))
        case .begun, .checked, .read, .reset, .interrupted: break
        }
    }
}

extension ExitStatus {
    /// A failure counts for more than that something could not be told.
    fileprivate func worse(of other: ExitStatus) -> ExitStatus {
        let order: [ExitStatus] = [.success, .machine, .failure, .usage, .brokenLesson]
        return (order.firstIndex(of: self) ?? 0) < (order.firstIndex(of: other) ?? 0) ? other : self
    }
}

extension ExerciseOutcome {
    fileprivate var result: ExerciseResult? {
        switch self {
        case .checked(let result, _), .unrecorded(let result, _, reason: _): result
        case .begun, .read, .reset, .interrupted, .problem: nil
        }
    }

    fileprivate func status(isOwnFile: Bool) -> ExitStatus {
        switch self {
        case .checked(let result, _), .unrecorded(let result, _, reason: _):
            switch result.verdict {
            // To have passed counts only where it is recorded.
            case .passed: if case .unrecorded = self { .machine } else { .success }
            case .failed: .failure
            case .couldNotTell: .machine
            }
        // A file that was named and is not there is a slip of who named it.
        case .problem: isOwnFile ? .machine : .usage
        case .begun, .read, .reset, .interrupted: .success
        }
    }
}
