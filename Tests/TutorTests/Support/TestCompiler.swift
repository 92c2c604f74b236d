import Foundation
import TutorKit

/// One compiler for all tests, so that each program is compiled once.
enum TestCompiler {
    static let cacheFolder = FileManager.default.temporaryDirectory.appendingPathComponent("async-tutor-tests").path

    static let shared = Compiler(
        environment: ProcessInfo.processInfo.environment,
        executable: TmuxTerminal.tutor,
        cacheFolder: "\(cacheFolder)/async-tutor",
        temporaryFolder: FileManager.default.temporaryDirectory.path
    )

    /// The same for programs of checks.
    static let checks = Compiler(
        environment: ProcessInfo.processInfo.environment,
        executable: TmuxTerminal.tutor,
        cacheFolder: "\(cacheFolder)/async-tutor",
        temporaryFolder: FileManager.default.temporaryDirectory.path,
        modules: ExerciseChecker.modules
    )

    static let runner = ProgramRunner(temporaryFolder: FileManager.default.temporaryDirectory.path)

    /// Runs a Swift file on the kit in virtual time.
    static func run(file path: String, limits: ResourceLimits = .program) async throws -> ProgramRun {
        try await DemoRunner(compiler: shared, runner: runner, limits: limits)
            .run(file: path, name: URL(fileURLWithPath: path).lastPathComponent, realTime: false) { _ in }.get()
    }
}
