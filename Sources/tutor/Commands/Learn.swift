import ArgumentParser
import Foundation
import LessonKit
import TutorKit

/// `tutor`: the interactive tutor, or a script of lines from a pipe.
struct Learn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn",
        abstract: "Work through the lessons at a prompt (what `tutor` alone does)."
    )

    @OptionGroup var course: CourseOptions
    @OptionGroup var display: DisplayOptions
    @OptionGroup var place: WorkspaceOptions

    /// As ArgumentParser makes it of no arguments at all: every option has to be set here.
    static var withoutOptions: any ParsableCommand {
        var learn = Learn()
        learn.course = .none
        learn.display = .none
        learn.place = .none
        return learn
    }

    func run() async throws {
        let interrupts = Interrupts.process
        try interrupts.install()
        let surroundings = Surroundings()
        let catalog = try course.catalog(surroundings)
        let compiler = surroundings.makeCompiler()
        let firstPrompt = FirstPrompt()
        // What the first commands will need, while the learner reads the first screen.
        firstPrompt.afterwards { Thread.detachNewThread { _ = catalog.entries } }
        firstPrompt.afterwards { await compiler.warm() }
        let source = try StandardLineSource(
            historyFile: surroundings.places.historyFile,
            interrupts: interrupts,
            environment: surroundings.environment,
            whenWaiting: firstPrompt.isShown
        )
        if let warning = source.warning { try complain(warning) }
        try surroundings.complainOfSettings()
        let journal = try openJournal(surroundings)
        let checkCompiler = surroundings.makeCheckCompiler()
        let runner = SessionRunner(
            world: world(surroundings, source, firstPrompt, interrupts),
            journal: journal,
            demos: surroundings.demoRunner(compiler),
            settings: SettingsFile(path: surroundings.places.settingsFile),
            exercises: place.desk(surroundings, checkCompiler)
        )
        let status: ExitStatus
        do {
            status = try await runner.run(
                Session(
                    catalog: catalog,
                    progress: Progress(journal.reading.entries),
                    settings: surroundings.settings
                )
            )
        } catch {
            await compiler.close()
            await checkCompiler.close()
            throw error
        }
        await compiler.close()
        await checkCompiler.close()
        if let termination = interrupts.termination { throw ExitCode(termination.exitCode) }
        if status != .success { throw ExitCode(status.rawValue) }
    }

    private func world(
        _ surroundings: Surroundings,
        _ source: StandardLineSource,
        _ firstPrompt: FirstPrompt,
        _ interrupts: Interrupts
    ) -> SessionRunner.World {
        let (environment, display) = (surroundings.environment, display)
        var world = SessionRunner.World(
            lines: source.lines,
            write: { try TerminalOutput.standard.write($0) },
            complain: { try TerminalOutput.error.write($0) },
            width: { surroundings.width },
            rows: { source.isEditor && !display.noPager ? surroundings.rows : nil },
            style: { display.style($0, environment, $1 == .output ? .standard : .error) },
            later: { firstPrompt.afterwards($0) },
            interrupts: { interrupts.stream() },
            edit: { try await EditorProgram.open($0, by: $1, environment: environment) }
        )
        if let status = StatusLine(.standard, environment: environment) { world.status = { status.show($0) } }
        world.documentation = {
            Places.documentation(environment: environment, executable: surroundings.executable)
                .flatMap { KitDocumentation(folder: $0) }
        }
        world.workspace = DemoWorkspace(folder: place.workspace(surroundings).folder)
        return world
    }

    /// The learner's journal; one that saves nothing, after saying so, where none can be had.
    private func openJournal(_ surroundings: Surroundings) throws -> Journal {
        let session = String(UInt64.random(in: .min ... .max), radix: 36)
        do {
            let journal = try Journal.open(folder: surroundings.places.data, session: session, now: { Date() })
            for damage in journal.reading.damage { try complain("\(damage)") }
            if !journal.reading.damage.isEmpty {
                try? journal.append(journal.entry(.noticed(damagedLines: journal.reading.damage.map(\.line))))
            }
            return journal
        } catch let error as JournalError {
            try complain("\(error)\nGoing on without saving: what you do now is forgotten when you quit.")
            let reading = (try? Journal.read(folder: surroundings.places.data)) ?? .empty
            return .notSaving(after: reading, session: session, now: { Date() })
        }
    }

    private func complain(_ text: String) throws {
        try TerminalOutput.error.write("\(text)\n")
    }
}

extension CourseOptions {
    fileprivate static var none: Self {
        var options = Self()
        options.lessons = nil
        return options
    }
}

extension DisplayOptions {
    fileprivate static var none: Self {
        var options = Self()
        (options.colour, options.accessible) = (nil, nil)
        (options.ascii, options.unicode, options.noPager) = (false, false, false)
        return options
    }
}

extension WorkspaceOptions {
    fileprivate static var none: Self {
        var options = Self()
        options.workspace = nil
        return options
    }
}
