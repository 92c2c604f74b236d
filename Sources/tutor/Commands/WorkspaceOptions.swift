import ArgumentParser
import Foundation
import TutorKit

/// The option by which every subcommand finds the learner's files.
struct WorkspaceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder in which you write exercises.", valueName: "folder"))
    var workspace: String?

    func desk(_ surroundings: Surroundings, _ compiler: Compiler) -> ExerciseDesk {
        ExerciseDesk(
            workspace: workspace(surroundings),
            checker: ExerciseChecker(compiler: compiler, temporaryFolder: surroundings.places.temporary)
        )
    }

    func workspace(_ surroundings: Surroundings) -> ExerciseWorkspace {
        let folder = workspace.map { surroundings.absolute($0) } ?? surroundings.places.workspace
        return ExerciseWorkspace(folder: folder, kitPackage: Places.kitPackage(executable: surroundings.executable))
    }
}

extension Surroundings {
    /// A compiler for exercises, whose programs are linked with the library for checks.
    func makeCheckCompiler() -> Compiler {
        Compiler(
            environment: environment,
            executable: executable,
            cacheFolder: places.cache,
            temporaryFolder: places.temporary,
            modules: ExerciseChecker.modules
        )
    }

    func absolute(_ path: String) -> String {
        URL(fileURLWithPath: path, relativeTo: URL(fileURLWithPath: workingFolder, isDirectory: true)).standardized.path
    }
}

extension CourseOptions {
    /// The exercises of this name, or the reason why there are none on standard error.
    func exercises(_ name: String, _ surroundings: Surroundings) throws -> [FoundExercise] {
        switch try catalog(surroundings).findExercises(name) {
        case .success(let found): return found
        case .failure(let problem):
            try TerminalOutput.error.write("\(problem)\n")
            throw ExitCode((problem.isBroken ? ExitStatus.brokenLesson : .usage).rawValue)
        }
    }
}
