import Foundation
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
        /// Opens a file in the learner's editor, and returns when that is closed.
        public var edit: @Sendable (String) async -> EditorOutcome = { _ in .noEditor("set VISUAL or EDITOR") }
        /// Shows what is being waited for, in place of what it showed before; nil takes it away. Only on a terminal.
        public var status: @Sendable (String?) -> Void = { _ in }
        /// The kit's documentation; nil if it is not to be found.
        public var documentation: @Sendable () -> KitDocumentation? = { nil }
        /// Where the learner's copies of demos are.
        public var workspace: DemoWorkspace?
        public var now: @Sendable () -> Date = { Date() }

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
    let log = SessionLog()

    public init(world: World, journal: Journal, demos: DemoRunner) {
        self.world = world.logging(to: log)
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
                let prompt = session.prompt
                let event = try await world.lines.next(prompt: prompt) { present.completions(for: $0) }
                // A copy may have come or gone meanwhile, by the learner's own hand.
                if let lesson = session.openLesson { session.copies = world.workspace?.copies(of: lesson) ?? [:] }
                switch event {
                case .line(let line):
                    log.typed(line, prompt: prompt)
                    isOver = try await act(on: session.handle(line), &session)
                case .interrupt: session.interrupted()
                case .end:
                    _ = try await act(on: session.ended(), &session)
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
            case .edit, .discardCopy, .compare, .document, .transcript:
                try flush()
                _ = try await act(on: answer(effect, &session), &session)
            case .quit:
                try flush()
                return true
            }
        }
        try flush()
        return false
    }
}

extension Demo {
    /// What the compiler calls it: "07-gather/demo.swift".
    var shortName: String { Demo.shortName(of: swiftFile) }

    static func shortName(of path: String) -> String { path.split(separator: "/").suffix(2).joined(separator: "/") }
}
