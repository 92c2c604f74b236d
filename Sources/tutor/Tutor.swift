import ArgumentParser
import Foundation
import TutorKit

/// Async Tutor's command line. Without a subcommand it is the interactive tutor.
///
/// To find your way in the code, read this file, then `Session/SessionRunner.swift` and `Session/Session.swift` in
/// TutorKit, then `Loop/EventLoop.swift` in ConcurrencyKit beside a lesson's demo.
@main
struct Tutor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tutor",
        abstract: "Learn asynchronous programming in Swift, in the words of Python's asyncio.",
        discussion: """
            Without a subcommand it opens a prompt: `help` there lists what you can type.

            Exit codes: 0 all is well; 1 a program or an answer failed; 2 something typed cannot be understood; \
            3 a lesson is broken or missing; 4 this machine could not do it (no compiler, no disk); \
            130 interrupted; 141 the reader of the output has gone.
            """,
        subcommands: [
            Learn.self, List.self, Show.self, Run.self, TimelineCommand.self, TreeCommand.self, Compare.self,
            TrySnippet.self, BeginExercise.self, CheckExercise.self, CheckTiming.self, Lint.self, HuntMutants.self,
            LineEditorCheck.self,
        ],
        defaultSubcommand: Learn.self
    )

    /// As ArgumentParser's own, but for the exit code of what it cannot parse: 2, as the documentation says.
    static func main() async {
        do {
            let arguments = try Arguments(CommandLine.arguments.dropFirst()).inOrder
            // Parsing nothing would be a third of the time to the first prompt.
            var command = try arguments.isEmpty ? Learn.withoutOptions : parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch TerminalError.outputClosed {
            Foundation.exit(TerminalError.outputClosedExitCode)
        } catch let error as TerminalError {
            try? TerminalOutput.error.write("\(error)\n")
            Foundation.exit(ExitStatus.machine.rawValue)
        } catch {
            let code = exitCode(for: error)
            // Help, which is asked for, is ArgumentParser's own and goes to standard output.
            if code == .success { exit(withError: error) }
            let message = fullMessage(for: error)
            if !message.isEmpty { try? TerminalOutput.error.write("\(message)\n") }
            Foundation.exit(code == .validationFailure ? ExitStatus.usage.rawValue : code.rawValue)
        }
    }
}
