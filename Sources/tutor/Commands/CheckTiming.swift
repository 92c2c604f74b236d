import ArgumentParser
import Foundation
import LessonKit
import Synchronization
import TutorKit

/// `tutor check-timing EXERCISE FILE`: how long a check's parts take, for `Tests/Benchmarks/check_compile.py`.
struct CheckTiming: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-timing",
        abstract: "Print how long compiling and running the checks of a file take, in milliseconds.",
        shouldDisplay: false
    )

    @OptionGroup var course: CourseOptions
    @OptionGroup var place: WorkspaceOptions
    @Option(help: "How often. The file is another one each time, so that nothing comes from the cache.")
    var rounds = 5
    @Argument var name: String
    @Argument var file: String

    func run() async throws {
        try Interrupts.process.install()
        let surroundings = Surroundings()
        let exercise = try course.exercises(name, surroundings)[0].exercise
        let text = try ExerciseWorkspace.text(ofFile: file)
        let compiler = surroundings.makeCheckCompiler()
        let checker = place.desk(surroundings, compiler).checker
        let clock = ContinuousClock()
        // The first fills the compiler's cache of modules.
        for round in 0...rounds {
            let begin = clock.now
            let compiled = Mutex(begin)
            let result = await checker.check(
                "\(text)\n// \(UInt64.random(in: 0 ... .max))\n",
                name: exercise.fileName,
                exercise: exercise,
                onCompiled: { compiled.withLock { $0 = clock.now } }
            )
            let middle = compiled.withLock { $0 }
            guard round > 0 else { continue }
            let (compile, run) = (middle - begin, clock.now - middle)
            try TerminalOutput.standard.write(
                "compile \(compile / .milliseconds(1)) run \(run / .milliseconds(1)) \(result.verdict.rawValue)\n"
            )
        }
        await compiler.close()
    }
}
