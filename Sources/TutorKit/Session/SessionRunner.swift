import LessonKit

/// The one place that acts on what a ``Session`` decides: reads lines, runs demos, writes to the journal and the screen.
public struct SessionRunner: Sendable {
    /// What a session needs of the world, so that a test can give it another one.
    public struct World: Sendable {
        public var lines: any LineSource
        /// Writes to standard output; throws when nobody reads any more.
        public var write: @Sendable (TerminalText) throws -> Void
        /// Writes to standard error.
        public var complain: @Sendable (TerminalText) throws -> Void
        /// Of the terminal, now.
        public var width: @Sendable () -> Int
        /// Of the terminal, now; nil where nobody turns pages, as in a pipe.
        public var rows: @Sendable () -> Int?
        /// How a stream is written to under these settings.
        public var style: @Sendable (Settings, OutputChunk.Stream) -> TerminalStyle
        /// Does what need not be done before the learner sees something.
        public var later: @Sendable (@escaping @Sendable () async -> Void) async -> Void
        /// One element for each Ctrl-C that is not meant for a line being typed.
        public var interrupts: @Sendable () -> AsyncStream<Void>
        /// Opens a file in the learner's editor and returns when that has ended; throws a reason why it cannot.
        public var edit: @Sendable (String) async throws -> Void
        /// One element whenever a watched file shall be looked at.
        public var looks: @Sendable () -> AsyncStream<Void>

        public init(
            lines: any LineSource,
            write: @escaping @Sendable (TerminalText) throws -> Void,
            complain: @escaping @Sendable (TerminalText) throws -> Void,
            width: @escaping @Sendable () -> Int,
            rows: @escaping @Sendable () -> Int? = { nil },
            style: @escaping @Sendable (Settings, OutputChunk.Stream) -> TerminalStyle = { _, _ in .plain },
            later: @escaping @Sendable (@escaping @Sendable () async -> Void) async -> Void = { await $0() },
            interrupts: @escaping @Sendable () -> AsyncStream<Void>,
            edit: @escaping @Sendable (String) async throws -> Void = { _ in throw NoEditor() },
            looks: @escaping @Sendable () -> AsyncStream<Void> = { Looks.every(.milliseconds(150)) }
        ) {
            self.lines = lines
            self.write = write
            self.complain = complain
            self.width = width
            self.rows = rows
            self.style = style
            self.later = later
            self.interrupts = interrupts
            self.edit = edit
            self.looks = looks
        }
    }

    let world: World
    let journal: Journal
    let demos: DemoRunner
    /// Where the learner's choices are kept; nil keeps them for this session only.
    let settings: SettingsFile?
    /// Nil where there is no place to write in.
    let exercises: ExerciseDesk?

    public init(
        world: World,
        journal: Journal,
        demos: DemoRunner,
        settings: SettingsFile? = nil,
        exercises: ExerciseDesk? = nil
    ) {
        self.world = world
        self.journal = journal
        self.demos = demos
        self.settings = settings
        self.exercises = exercises
    }

    /// Runs until the learner quits or the input ends.
    ///
    /// - Returns: `usage` if something that was typed was not understood, `machine` if something could not be saved.
    public func run(_ session: Session) async throws -> ExitStatus {
        var session = session
        var pages: Pages?
        var isOver = try await act(on: session.begin(), &session, &pages)
        while !isOver {
            do {
                // A copy: the completions of the line that is being typed are those of the session as it is now.
                let present = session
                let prompt = screen(session, .output).prompt(session.prompt)
                switch try await world.lines.next(prompt: prompt, completions: { present.completions(for: $0) }) {
                case .line(let line):
                    if let page = pages?.answer(line) {
                        try world.write(TerminalText(page, colours: screen(session, .output).style.colours))
                    } else {
                        isOver = try await act(on: session.handle(line), &session, &pages)
                    }
                case .interrupt: break
                case .end: isOver = true
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
    ///
    /// - Parameter pages: what is longer than the screen; the learner turns them.
    func act(
        on effects: [SessionEffect],
        _ session: inout Session,
        _ pages: inout Pages?
    ) async throws -> Bool {
        let screen = screen(session, .output)
        let complaints = self.screen(session, .error)
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
                try world.complain(complaints.complaint(words))
            case .record(let kind):
                if kind.leavesThePage { pages = nil }
                do { try journal.append(journal.entry(kind)) } catch {
                    try flush()
                    try world.complain(complaints.complaint("\(error)"))
                }
            case .configure(let setting, let value):
                do { try settings?.write(setting, value) } catch {
                    try flush()
                    try world.complain(complaints.complaint("\(error)"))
                }
            case .save(let file):
                try flush()
                do {
                    try file.write()
                    showings.append(.words("Saved: \(file.path)"))
                } catch {
                    try world.complain(complaints.complaint("\(error)"))
                }
            case .prepare(let demo):
                await world.later { [demos] in await demos.prepare(file: demo.swiftFile, name: demo.shortName) }
            case .run(let request):
                try flush()
                let outcome = await run(request, screen, complaints)
                if try await act(on: session.ran(request, outcome), &session, &pages) { return true }
            case .work(let work):
                try flush()
                if try await perform(work, &session, &pages) { return true }
            case .quit:
                try flush()
                return true
            }
        }
        if let turned = self.pages(of: screen.styled(showings), session) {
            pages = turned
            try world.write(TerminalText(turned.page, colours: screen.style.colours))
        } else {
            try flush()
        }
        return false
    }

    func screen(_ session: Session, _ stream: OutputChunk.Stream) -> Screen {
        Screen(width: world.width(), style: world.style(session.settings, stream))
    }

    /// Nil where the text fits, where there is nobody to turn pages, or where they are not wanted.
    private func pages(of text: StyledText, _ session: Session) -> Pages? {
        guard session.settings.pager != .off, let rows = world.rows() else { return nil }
        if world.style(session.settings, .output).isAccessible { return nil }
        return Pages(text, size: (rows, world.width()))
    }

    /// Runs a demo; Ctrl-C cancels it.
    private func run(_ request: RunRequest, _ screen: Screen, _ complaints: Screen) async -> RunOutcome {
        let isShown = request.purpose == .show
        guard let file = request.file else { return .couldNotRun("this demo has no edition without the kit") }
        let world = world
        let isSpoken = isShown && screen.style.isAccessible
        if isSpoken { try? world.write("Output:\n") }
        let work = Task {
            await demos.run(
                file: file,
                name: Demo.shortName(of: file),
                realTime: request.realTime,
                seed: request.seed
            ) { chunk in
                // Standard error is shown at the end, without what Swift's runtime adds to it.
                guard isShown, chunk.stream == .output else { return }
                // A reader that has gone is noticed at the next prompt.
                try? world.write(TerminalText(chunk.text))
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
            if isSpoken { try? world.write("End of output.\n") }
            if isShown, !run.ownErrorOutput.isEmpty { try? world.complain(complaints.complaint(run.ownErrorOutput)) }
            return run.complaint.map { .failed($0, run.evidence) } ?? .finished(run.evidence)
        }
    }
}

extension JournalEntry.Kind {
    /// The learner has gone elsewhere: there is no rest of a text to be turned to.
    fileprivate var leavesThePage: Bool {
        switch self {
        case .position, .opened, .reset: true
        default: false
        }
    }
}

extension Demo {
    /// What the compiler calls it: "07-gather/demo.swift".
    var shortName: String { Demo.shortName(of: swiftFile) }

    static func shortName(of path: String) -> String { path.split(separator: "/").suffix(2).joined(separator: "/") }
}
