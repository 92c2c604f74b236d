import TutorKit

/// One line on a terminal that says how far a long work is, and is gone when it is done. Nothing where standard error is no
/// terminal.
struct ProgressLine: Sendable {
    private let isShown = TerminalOutput.error.isTerminal

    func show(_ words: String) {
        guard isShown else { return }
        try? TerminalOutput.error.write(Self.begin + TerminalText(String(words.prefix(70))))
    }

    func erase() {
        guard isShown else { return }
        try? TerminalOutput.error.write(Self.begin)
    }

    /// To the start of the line, and erase it (ECMA-48, EL).
    private static let begin = TerminalText.control("\r\u{1B}[K")
}
