import ArgumentParser
import Foundation
import LessonKit
import TutorKit

/// What the process was started with: read once, here, and passed on.
struct Surroundings: Sendable {
    let environment = ProcessInfo.processInfo.environment
    let executable = Bundle.main.executablePath ?? CommandLine.arguments[0]
    let workingFolder = FileManager.default.currentDirectoryPath
    let places: Places
    let settings: Settings
    /// What is wrong with the file of the settings.
    let settingsProblems: [SettingsFile.Problem]

    init() {
        places = Places(environment: environment)
        (settings, settingsProblems) = SettingsFile(path: places.settingsFile).read()
    }

    func makeCompiler() -> Compiler {
        Compiler(
            environment: environment,
            executable: executable,
            cacheFolder: places.cache,
            temporaryFolder: places.temporary
        )
    }

    func demoRunner(_ compiler: Compiler) -> DemoRunner {
        DemoRunner(compiler: compiler, runner: ProgramRunner(temporaryFolder: places.temporary))
    }

    func snippetRunner(_ compiler: Compiler) -> SnippetRunner {
        SnippetRunner(compiler: compiler, runner: ProgramRunner(temporaryFolder: places.temporary))
    }

    /// Of standard output, in columns.
    var width: Int { TerminalOutput.standard.columns(environment: environment) }

    var rows: Int { TerminalSize(of: TerminalOutput.standard.descriptor, environment: environment).rows }

    /// For a subcommand that prints something and ends.
    func screen(_ display: DisplayOptions, on output: TerminalOutput = .standard) -> Screen {
        Screen(width: width, style: display.style(settings, environment, output), isTerminal: output.isTerminal)
    }

    /// Said once, by whoever shows something.
    func complainOfSettings() throws {
        for problem in settingsProblems { try TerminalOutput.error.write("\(problem)\n") }
    }
}

/// The options by which every subcommand finds the course.
struct CourseOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of lessons.", valueName: "folder"))
    var lessons: String?

    /// - Throws: after saying what is wrong with the folder itself. A broken lesson is no reason to fail yet.
    func catalog(_ surroundings: Surroundings) throws -> Catalog {
        try Self.catalog(folder(surroundings))
    }

    /// - Parameter shortened: relative, if it lies in the working folder: for messages that name many files.
    func folder(_ surroundings: Surroundings, shortened: Bool = false) -> String {
        let folder = Places.lessons(
            option: lessons,
            environment: surroundings.environment,
            workingFolder: surroundings.workingFolder,
            executable: surroundings.executable
        )
        let prefix = surroundings.workingFolder + "/"
        return shortened && folder.hasPrefix(prefix) ? String(folder.dropFirst(prefix.count)) : folder
    }

    static func catalog(_ folder: String) throws -> Catalog {
        do {
            return try Catalog(folder: folder)
        } catch {
            try TerminalOutput.error.write("\(error)\n")
            throw ExitCode(ExitStatus.brokenLesson.rawValue)
        }
    }

    /// The lesson of this name, or the reason why there is none on standard error.
    func lesson(_ name: String, in catalog: Catalog) throws -> Lesson {
        switch catalog.find(name) {
        case .success(let lesson): return lesson
        case .failure(let problem):
            try TerminalOutput.error.write("\(problem)\n")
            throw ExitCode((problem.isBroken ? ExitStatus.brokenLesson : .usage).rawValue)
        }
    }
}
