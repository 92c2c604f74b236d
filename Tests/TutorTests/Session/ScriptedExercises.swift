import Foundation
import Synchronization
import TutorKit

/// A workspace, and an editor that writes one text after another.
final class ScriptedExercises: Sendable {
    private let home: TemporaryHome
    let desk: ExerciseDesk
    private let texts: Mutex<ArraySlice<String>>

    init(typing texts: [String]) throws {
        home = try TemporaryHome()
        self.texts = Mutex(texts[...])
        var limits = ResourceLimits.checks
        limits.wallTime = .seconds(100)
        limits.cpuTime = .seconds(100)
        desk = ExerciseDesk(
            workspace: ExerciseWorkspace(folder: "\(home.path)/workspace", kitPackage: nil),
            // On a busy machine, too, all orders are tried: their number is in what is shown.
            checker: ExerciseChecker(
                compiler: TestCompiler.checks,
                temporaryFolder: FileManager.default.temporaryDirectory.path,
                limits: limits,
                budget: .seconds(60)
            )
        )
    }

    func edit(_ path: String) throws {
        guard let text = texts.withLock({ $0.popFirst() }) else { throw NoEditor() }
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
}
