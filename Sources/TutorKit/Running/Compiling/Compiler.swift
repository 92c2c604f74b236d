import Foundation

/// Makes programs of source files, and remembers them.
///
///     let compiler = Compiler(environment: environment, executable: path, cacheFolder: cache, temporaryFolder: "/tmp")
///     await compiler.warm()
///     switch await compiler.program(for: [SourceFile(name: "demo.swift", text: text)]) { … }
///
/// Callers that ask for the same sources at the same time wait for one compilation. A caller that is cancelled returns
/// at once; the compilation goes on for as long as someone else wants it.
public actor Compiler {
    private let machine: CompilerSetup.Machine
    private let builder: ProgramBuilder

    private var setup: Task<Result<CompilerSetup, CompileFailure.Cause>, Never>?
    /// The first strategy that is still worth trying: one that failed where a later one worked is not tried again.
    private var firstStrategy = 0
    private var jobs: [[SourceFile]: Job] = [:]
    /// Every job that has not ended, also those that nobody wants any more.
    private var running: [Int: Task<Void, Never>] = [:]
    private var lastNumber = 0
    private var leftBehind: [TemporaryFolder] = []
    private var isClosed = false

    /// - Parameters:
    ///   - environment: Of the tutor: `PATH` or `SWIFT_EXEC` tell where the compiler is.
    ///   - executable: The absolute path of the running program, beside which the kit lies.
    ///   - cacheFolder: Made if missing; if it cannot be written, one in `temporaryFolder` serves for this session.
    ///   - modules: What programs may import, with what that needs.
    public init(
        environment: [String: String],
        executable: String,
        cacheFolder: String,
        temporaryFolder: String,
        modules: [String] = ["ConcurrencyKit"],
        limits: ResourceLimits = .compiler
    ) {
        self.init(
            environment: environment,
            executable: executable,
            cacheFolder: cacheFolder,
            temporaryFolder: temporaryFolder,
            modules: modules,
            limits: limits,
            strategies: [FrontendStrategy(), DriverStrategy()]
        )
    }

    package init(
        environment: [String: String],
        executable: String,
        cacheFolder: String,
        temporaryFolder: String,
        modules: [String] = ["ConcurrencyKit"],
        limits: ResourceLimits = .compiler,
        strategies: [any CompileStrategy]
    ) {
        machine = CompilerSetup.Machine(
            environment: environment,
            executable: executable,
            cacheFolder: cacheFolder,
            temporaryFolder: temporaryFolder,
            modules: modules
        )
        builder = ProgramBuilder(strategies: strategies, limits: limits)
    }

    /// The program that `sources` make: from the cache, or compiled now.
    public func program(for sources: [SourceFile]) async -> Result<Program, CompileFailure> {
        lastNumber += 1
        let waiter = lastNumber
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if isClosed || Task.isCancelled { return continuation.resume(returning: .failure(.cancelled)) }
                var job = jobs[sources] ?? start(sources)
                job.waiters[waiter] = continuation
                jobs[sources] = job
            }
        } onCancel: {
            Task { await self.leave(waiter, sources) }
        }
    }

    /// How many callers wait for `sources`.
    func waiters(for sources: [SourceFile]) -> Int { jobs[sources]?.waiters.count ?? 0 }

    /// Begins to compile `sources` in the background, so that ``program(for:)`` has less to wait for or nothing.
    public func prepare(_ sources: [SourceFile]) {
        guard !isClosed else { return }
        var job = jobs[sources] ?? start(sources)
        job.isPrepared = true
        jobs[sources] = job
    }

    /// Begins to fill the compiler's own cache of modules in the background: the first program takes seconds otherwise.
    public func warm() {
        prepare([SourceFile(name: "warm.swift", text: machine.modules.map { "import \($0)\n" }.joined())])
    }

    /// Stops every compilation, and returns when no process is left. Whoever waits, or asks later, gets `.cancelled`.
    public func close() async {
        isClosed = true
        for job in jobs.values {
            for waiter in job.waiters.values { waiter.resume(returning: .failure(.cancelled)) }
        }
        jobs = [:]
        let (unfinished, setup) = (running.values, self.setup)
        for task in unfinished { task.cancel() }
        setup?.cancel()
        for task in unfinished { await task.value }
        for folder in leftBehind { folder.remove() }
        if case .success(let found)? = await setup?.value { found.cache.removeIfTemporary() }
        (leftBehind, self.setup) = ([], nil)
    }
}

// MARK: - Jobs

extension Compiler {
    private struct Job {
        let number: Int
        let task: Task<Void, Never>
        var waiters: [Int: CheckedContinuation<Result<Program, CompileFailure>, Never>] = [:]
        /// Wanted even if nobody waits.
        var isPrepared = false
    }

    private func start(_ sources: [SourceFile]) -> Job {
        lastNumber += 1
        let number = lastNumber
        let task = Task {
            let result = await build(sources)
            finish(number, sources, result)
        }
        running[number] = task
        return Job(number: number, task: task)
    }

    private func finish(_ number: Int, _ sources: [SourceFile], _ result: Result<Program, CompileFailure>) {
        running[number] = nil
        // Not the job that nobody wanted any more, when somebody has since begun another for the same sources.
        guard let job = jobs[sources], job.number == number else { return }
        jobs[sources] = nil
        for waiter in job.waiters.values { waiter.resume(returning: result) }
    }

    private func leave(_ waiter: Int, _ sources: [SourceFile]) {
        guard let continuation = jobs[sources]?.waiters.removeValue(forKey: waiter) else { return }
        continuation.resume(returning: .failure(.cancelled))
        if let job = jobs[sources], job.waiters.isEmpty, !job.isPrepared {
            job.task.cancel()
            jobs[sources] = nil
        }
    }
}

// MARK: - Building

extension Compiler {
    private func build(_ sources: [SourceFile]) async -> Result<Program, CompileFailure> {
        let layout: SourceLayout
        do { layout = try SourceLayout(sources) } catch {
            return .failure(.couldNotTell(.badSources(error.description)))
        }
        switch await findSetup() {
        case .failure(let cause): return .failure(.couldNotTell(cause))
        case .success(let setup):
            let built = await builder.build(layout, setup, from: firstStrategy)
            firstStrategy = max(firstStrategy, built.strategy)
            if let folder = built.leftBehind { leftBehind.append(folder) }
            return built.result
        }
    }

    /// Found once. A failure is not remembered: people install compilers while the tutor waits.
    func findSetup() async -> Result<CompilerSetup, CompileFailure.Cause> {
        let task = setup ?? Task { [machine] in await CompilerSetup.find(on: machine) }
        setup = task
        let result = await task.value
        if case .failure = result, setup == task { setup = nil }
        return result
    }
}
