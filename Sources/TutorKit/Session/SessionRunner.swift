import LessonKit

/// The one place that acts on what a ``Session`` decides: reads lines, runs demos, writes to the journal and the screen.
public struct SessionRunner: Sendable {
    /// What a session needs of the world, so that a test can give it another one.
    public struct World: Sendable {
        public var lines: any LineSource
        /// Writes to standard output; throws when nobody reads any more.
        public var write: @Sendable (String) throws -> Void
        /// Writes to standard error.
        public var complain: @Sendable (String) throws -> Void
        /// Of the terminal, now.
        public var width: @Sendable () -> Int
        /// One element for each Ctrl-C that is not meant for a line being typed.
        public var interrupts: @Sendable () -> AsyncStream<Void>

        public init(
            lines: any LineSource,
            write: @escaping @Sendable (String) throws -> Void,
            complain: @escaping @Sendable (String) throws -> Void,
            width: @escaping @Sendable () -> Int,
            interrupts: @escaping @Sendable () -> AsyncStream<Void>
        ) {
            self.lines = lines
            self.write = write
            self.complain = complain
            self.width = width
            self.interrupts = interrupts
        }
    }

    let world: World
    let journal: Journal
    let demos: DemoRunner

    public init(world: World, journal: Journal, demos: DemoRunner) {
        self.world = world
        self.journal = journal
        self.demos = demos
    }

    /// Runs until the learner quits or the input ends.
    ///
    /// - Returns: `usage` if something that was typed was not understood, `machine` if something could not be saved.
    public func run(_ session: Session) async throws -> ExitStatus {
        var session = session
        var isOver = try await act(on: session.begin(), &session)
        while !isOver {
            do {
                // A copy: the completions of the line that is being typed are those of the session as it is now.
                let present = session
                switch try await world.lines.next(prompt: session.prompt, completions: { present.completions(for: $0) })
                {
                case .line(let line): isOver = try await act(on: session.handle(line), &session)
                case .interrupt: session.interrupted()
                case .end:
                    _ = try await act(on: session.ended(), &session)
                    isOver = true
                }
            } catch let error as InputError {
                try world.complain("\(error)\n")
            }
        }
        if !journal.unsaved.isEmpty, journal.path != nil {
            do { try journal.saveUnsaved() } catch {
                try world.complain("\(error)\n")
                return .machine
            }
        }
        return session.hadComplaint ? .usage : .success
    }

    /// Carries out what the session decided; true if it wants to end.
    private func act(on effects: [SessionEffect], _ session: inout Session) async throws -> Bool {
        let screen = Screen(width: world.width())
        var showings: [Showing] = []
        func flush() throws {
            if !showings.isEmpty { try world.write(screen.text(showings)) }
            showings = []
        }
        for effect in effects {
            switch effect {
            case .show(let showing): showings.append(showing)
            case .complain(let words):
                try flush()
                try world.complain(screen.complaint(words))
            case .record(let kind):
                do { try journal.append(journal.entry(kind)) } catch {
                    try flush()
                    try world.complain(screen.complaint("\(error)"))
                }
            case .prepare(let demo):
                await demos.prepare(file: demo.swiftFile, name: demo.shortName)
            case .run(let request):
                try flush()
                let outcome = await run(request)
                if try await act(on: session.ran(request, outcome), &session) { return true }
            case .tryOut(let request):
                try flush()
                let outcome = await run(request)
                if try await act(on: session.tried(request, outcome), &session) { return true }
            case .quit:
                try flush()
                return true
            }
        }
        try flush()
        return false
    }

    /// Runs a demo; Ctrl-C cancels it.
    private func run(_ request: RunRequest) async -> RunOutcome {
        let isShown = request.purpose == .show
        guard let file = request.file else { return .couldNotRun("this demo has no edition without the kit") }
        let world = world
        let work = Task {
            await demos.run(
                file: file,
                name: Demo.shortName(of: file),
                realTime: request.realTime
            ) { chunk in
                // Standard error is shown at the end, without what Swift's runtime adds to it.
                guard isShown, chunk.stream == .output else { return }
                // A reader that has gone is noticed at the next prompt.
                try? world.write(Sanitizer.text(chunk.text))
            }
        }
        let watch = Task {
            for await _ in world.interrupts() { work.cancel() }
        }
        defer { watch.cancel() }
        switch await work.value {
        case .failure(let failure): return .couldNotRun(failure.description)
        case .success(let run):
            if isShown, !run.output.isEmpty, !run.output.hasSuffix("\n") { try? world.write("\n") }
            let screen = Screen(width: world.width())
            if isShown, !run.ownErrorOutput.isEmpty { try? world.complain(screen.complaint(run.ownErrorOutput)) }
            return run.complaint.map { .failed($0, run.evidence) } ?? .finished(run.evidence)
        }
    }
}

extension SessionRunner {
    /// Runs Swift that was typed; Ctrl-C stops it.
    private func run(_ request: SnippetRequest) async -> SnippetOutcome {
        let world = world
        let snippets = SnippetRunner(compiler: demos.compiler, runner: demos.runner, limits: demos.limits)
        let work = Task {
            await snippets.run(request) { text in try? world.write(Sanitizer.text(text)) }
        }
        let watch = Task {
            for await _ in world.interrupts() { work.cancel() }
        }
        defer { watch.cancel() }
        let outcome = await work.value
        if case .ran(let run) = outcome {
            if !run.run.output.isEmpty, !run.run.output.hasSuffix("\n") { try? world.write("\n") }
            let screen = Screen(width: world.width())
            if !run.run.ownErrorOutput.isEmpty { try? world.complain(screen.complaint(run.run.ownErrorOutput)) }
        }
        return outcome
    }
}

extension Demo {
    /// What the compiler calls it: "07-gather/demo.swift".
    var shortName: String { Demo.shortName(of: swiftFile) }

    static func shortName(of path: String) -> String { path.split(separator: "/").suffix(2).joined(separator: "/") }
}
