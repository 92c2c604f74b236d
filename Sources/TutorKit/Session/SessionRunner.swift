import Foundation
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
        /// Shows what is being waited for, in place of what it showed before; nil takes it away. Only on a terminal.
        public var status: @Sendable (String?) -> Void = { _ in }
        /// The kit's documentation; nil if it is not to be found.
        public var documentation: @Sendable () -> KitDocumentation? = { nil }
        /// Where the learner's copies of demos are.
        public var workspace: DemoWorkspace?
        public var now: @Sendable () -> Date = { Date() }
        /// Opens a file in the learner's editor, by a command that the learner has chosen or else by the environment's, and
        /// returns when that has ended. Throws an ``EditorProblem``.
        public var edit: @Sendable (_ path: String, _ command: String?) async throws -> Void
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
            edit: @escaping @Sendable (_ path: String, _ command: String?) async throws -> Void = { _, _ in
                throw EditorProblem.noEditor("there is no terminal here to edit in")
            },
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
    let log = SessionLog()
    /// Nil where there is no place to write in.
    let exercises: ExerciseDesk?

    public init(
        world: World,
        journal: Journal,
        demos: DemoRunner,
        settings: SettingsFile? = nil,
        exercises: ExerciseDesk? = nil
    ) {
        self.world = world.logging(to: log)
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
                let event = try await world.lines.next(prompt: prompt) { present.completions(for: $0) }
                // A copy may have come or gone meanwhile, by the learner's own hand.
                if let lesson = session.openLesson { session.copies = world.workspace?.copies(of: lesson) ?? [:] }
                switch event {
                case .line(let line):
                    log.typed(line, prompt: session.prompt)
                    // An empty line in a block of Swift turns no page.
                    if !session.isTypingBlock, let page = pages?.answer(line) {
                        try world.write(TerminalText(page, colours: screen(session, .output).style.colours))
                    } else {
                        isOver = try await act(on: session.handle(line), &session, &pages)
                    }
                case .interrupt: session.interrupted()
                case .end:
                    _ = try await act(on: session.ended(), &session, &pages)
                    isOver = true
                }
            } catch let error as InputError {
                try world.complain("\(error)\n")
            }
        }
        log.close()
        if !journal.unsaved.isEmpty, journal.path != nil {
            do { try journal.saveUnsaved() } catch {
                try world.complain("\(error)\n")
                return .machine
            }
        }
        return session.status
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
            case .complain(let words, let fault):
                try flush()
                session.complained(fault)
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
                    session.complained(.machine)
                    try world.complain(complaints.complaint("\(error)"))
                }
            case .save(let file):
                try flush()
                do {
                    try file.write()
                    showings.append(.words("Saved: \(file.path)"))
                } catch {
                    session.complained(error.isRefusal ? .usage : .machine)
                    try world.complain(complaints.complaint("\(error)"))
                }
            case .prepare(let demo):
                await world.later { [demos] in await demos.prepare(file: demo.swiftFile, name: demo.shortName) }
            case .run(let request):
                try flush()
                let outcome = await run(request, session)
                if try await act(on: session.ran(request, outcome), &session, &pages) { return true }
            case .tryOut(let request):
                try flush()
                let outcome = await run(request, session)
                if try await act(on: session.tried(request, outcome), &session, &pages) { return true }
            case .edit, .discardCopy, .compare, .document, .transcript:
                try flush()
                _ = try await act(on: answer(effect, &session), &session, &pages)
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
        Screen(
            width: world.width(),
            style: world.style(session.settings, stream),
            isTerminal: world.rows() != nil
        )
    }

    /// Nil where the text fits, where there is nobody to turn pages, or where they are not wanted.
    private func pages(of text: StyledText, _ session: Session) -> Pages? {
        guard session.settings.pager != .off, let rows = world.rows() else { return nil }
        if world.style(session.settings, .output).isAccessible { return nil }
        return Pages(text, size: (rows, world.width()))
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
