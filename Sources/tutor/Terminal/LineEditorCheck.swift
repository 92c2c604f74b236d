import ArgumentParser
import Foundation
import TutorKit

/// `tutor line-editor-check`: the line editor alone, for its tests and for people with an unusual terminal.
///
/// Shows each event. Four lines do more: `wait` stands for a running demo and ends with Ctrl-C, `fail` throws an error,
/// `flood` writes for ever, and `quit` leaves.
struct LineEditorCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "line-editor-check",
        abstract: "Try the line editor alone: shows each line that it reads.",
        shouldDisplay: false
    )

    @Option(help: "The file that keeps the lines.")
    var history: String?

    @Option(help: "What stands before the input.")
    var prompt = "tutor> "

    private struct Failure: Error, CustomStringConvertible {
        let description = "line-editor-check: failed, as asked"
    }

    func run() async throws {
        let interrupts = Interrupts.process
        do {
            try interrupts.install()
            try await readLines(interrupts)
        } catch TerminalError.outputClosed {
            throw ExitCode(TerminalError.outputClosedExitCode)
        }
        if let termination = interrupts.termination { throw ExitCode(termination.exitCode) }
    }

    private func readLines(_ interrupts: Interrupts) async throws {
        let output = TerminalOutput.standard
        let coloured = Screen(width: 80, style: TerminalStyle(colours: true)).prompt(prompt)
        let source = try StandardLineSource(
            historyFile: history,
            interrupts: interrupts,
            environment: ProcessInfo.processInfo.environment
        )
        if let warning = source.warning { try TerminalOutput.error.write("\(warning)\n") }
        while true {
            do {
                switch try await source.lines.next(prompt: coloured, completions: Self.completions) {
                case .interrupt:
                    try output.write("interrupt\n")
                case .end:
                    try output.write("end\n")
                    return
                case .line("quit"):
                    return
                case .line("fail"):
                    throw Failure()
                case .line("flood"):
                    while true { try output.write("flood\n") }
                case .line("wait"):
                    try await wait(interrupts, output)
                case .line(let line):
                    try output.write("line: <\(line)>\n")
                }
            } catch let error as InputError {
                try TerminalOutput.error.write("\(error)\n")
            }
        }
    }

    private func wait(_ interrupts: Interrupts, _ output: TerminalOutput) async throws {
        let stream = interrupts.stream()
        try output.write("waiting\n")
        for await _ in stream { break }
        try output.write("interrupted\n")
    }

    /// A command first, then what goes with it.
    private static func completions(_ before: String) -> [String] {
        switch before.split(separator: " ", omittingEmptySubsequences: false).dropLast().first {
        case nil: ["answer", "answers", "ask", "hint", "lessons", "open", "progress", "quit", "été", "日本"]
        case "open": ["coroutines", "gather", "timeouts"]
        default: []
        }
    }
}
