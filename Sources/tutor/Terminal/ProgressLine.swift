import Foundation
import TutorKit

/// One line on a terminal that says how far a long work is, and is gone when it is done. Nothing where standard error is no
/// terminal.
struct ProgressLine: Sendable {
    private let isShown = TerminalOutput.error.isTerminal

    func show(_ words: String) {
        guard isShown else { return }
        // One that is wrapped cannot be taken back; the terminal may write `^C` behind it.
        let room = TerminalOutput.error.columns(environment: ProcessInfo.processInfo.environment) - 3
        try? TerminalOutput.error.write(Self.begin + TerminalText(String(words.prefix(max(min(room, 70), 0)))))
    }

    func erase() {
        guard isShown else { return }
        try? TerminalOutput.error.write(Self.begin)
    }

    /// To the start of the line, and erase it (ECMA-48, EL).
    private static let begin = TerminalText.control("\r\u{1B}[K")
}
