import ArgumentParser
import LessonKit
import TutorKit

extension CourseOptions {
    /// The program of a demo, or the reason why there is none on standard error.
    ///
    /// - Throws: `ExitCode`
    func demoFile(_ name: String, of lesson: Lesson, stdlib: Bool) throws -> String {
        guard let demo = lesson.demo(named: name) else {
            let names = lesson.demos.map(\.name)
            let known = names.isEmpty ? "it has none" : "there are: \(names.joined(separator: ", "))"
            try TerminalOutput.error.write(
                "no demo '\(name)' in \(lesson.id)\(Suggestion.clause(for: name, among: names)); \(known)\n"
            )
            throw ExitCode(ExitStatus.usage.rawValue)
        }
        guard stdlib else { return demo.swiftFile }
        if let file = demo.standardLibraryFile { return file }
        try TerminalOutput.error.write("the demo '\(demo.name)' has no edition without the kit\n")
        throw ExitCode(ExitStatus.usage.rawValue)
    }
}
