import Foundation
import LessonChecks
import LessonKit

/// Checks a learner's file: compiles it with the hidden checks into one program, runs that within limits, and reads what
/// it tells.
///
///     let result = await checker.check(text, name: "gather-fetch-all.swift", exercise: exercise)
///     result.verdict      // .passed, .failed, .couldNotTell
public struct ExerciseChecker: Sendable {
    /// What a program of checks is compiled against.
    public static let modules = ["ConcurrencyKit", "LessonChecks"]

    let compiler: Compiler
    let runner: ProgramRunner
    let temporaryFolder: String
    let limits: ResourceLimits
    let budget: Duration?

    /// - Parameters:
    ///   - compiler: One with ``modules``.
    ///   - temporaryFolder: Where the folders of the runs are made, and removed.
    ///   - limits: Of the program of checks.
    ///   - budget: Real time for all orders of tasks that are tried; nil for LessonChecks' own, which is less than `limits`.
    public init(
        compiler: Compiler,
        temporaryFolder: String,
        limits: ResourceLimits = .checks,
        budget: Duration? = nil
    ) {
        self.compiler = compiler
        self.temporaryFolder = temporaryFolder
        self.limits = limits
        self.budget = budget
        runner = ProgramRunner(temporaryFolder: temporaryFolder)
    }

    /// Which part of the checks is wanted.
    public struct Selection: Sendable, Equatable {
        /// The ids; nil for all.
        public var only: [String]?
        /// One schedule instead of many: `replay`.
        public var schedule: Schedule?
        /// With ``schedule``: at which suspension point the code is cancelled, from 1.
        public var cancelAt: Int?

        public init(only: [String]? = nil, schedule: Schedule? = nil, cancelAt: Int? = nil) {
            self.only = only
            self.schedule = schedule
            self.cancelAt = cancelAt
        }
    }

    /// - Parameters:
    ///   - text: The learner's file.
    ///   - name: What it is called in what the learner reads.
    ///   - onCompiled: Called when there is a program, before it runs.
    ///   - onOutput: Called for every piece of what the program prints, as it arrives.
    public func check(
        _ text: String,
        name: String,
        exercise: Exercise,
        selection: Selection = Selection(),
        onCompiled: @escaping @Sendable () -> Void = {},
        onOutput: @escaping @Sendable (OutputChunk) -> Void = { _ in }
    ) async -> ExerciseResult {
        let sources = Self.sources(text, name: name, exercise: exercise)
        // Read beside the compilation, for the checks that ask about structure.
        async let structure = exercise.asksForStructure ? compiler.structure(of: sources[0]) : nil
        switch await compiler.program(for: sources) {
        case .failure(let failure):
            return CompileFeedback(exercise: exercise, learner: sources[0]).result(failure)
        case .success(let program):
            onCompiled()
            return await run(program, exercise, selection, await structure, onOutput)
        }
    }

    /// Begins to compile in the background what will probably be checked soon.
    public func prepare(_ text: String, name: String, exercise: Exercise) async {
        await compiler.prepare(Self.sources(text, name: name, exercise: exercise))
    }

    /// Begins to fill the compiler's own cache of modules in the background: the first check takes seconds otherwise.
    public func warm() async { await compiler.warm() }

    static func sources(_ text: String, name: String, exercise: Exercise) -> [SourceFile] {
        [
            SourceFile(name: name, text: text, role: .library),
            SourceFile(name: Exercise.checksName, text: exercise.checks, role: .library),
        ]
    }

    private func run(
        _ program: Program,
        _ exercise: Exercise,
        _ selection: Selection,
        _ structure: SourceFacts?,
        _ onOutput: @escaping @Sendable (OutputChunk) -> Void
    ) async -> ExerciseResult {
        let request = CheckRequest(
            only: selection.only,
            schedule: selection.schedule,
            cancelAt: selection.cancelAt,
            budgetMilliseconds: budget.map { Int($0 / .milliseconds(1)) },
            source: structure
        )
        let channel: CheckChannel
        do { channel = try CheckChannel(request, in: temporaryFolder) } catch { return .couldNotTell("\(error)") }
        defer { channel.remove() }
        var limits = limits
        limits.processes = limits.processes ?? ProcessCount.limit
        let options = RunOptions(environment: channel.environment, limits: limits, interruptGrace: .milliseconds(100))
        let run = await runner.run(program, options: options, onOutput: onOutput)
        return ExerciseJudge(feedback: exercise.feedback).result(channel.transcript(), run, only: selection.only)
    }
}

extension Exercise {
    /// What the checks are called in the compiler's messages.
    static let checksName = "checks.swift"

    /// Reading the structure costs a start of the compiler.
    fileprivate var asksForStructure: Bool { checks.contains(".source") }
}

extension ResourceLimits {
    /// For the checks of an exercise, which look at the clock and end within 4 s unless the code under check holds them up.
    public static let checks = ResourceLimits.program
}
