import TutorKit

/// One line on a terminal that says how far a long work is, and is gone when it is done. Nothing where standard error is no
/// terminal.
struct ProgressLine: Sendable {
    private let isShown = TerminalOutput.error.isTerminal

    func show(_ words: String) {
        guard isShown else { return }
        // Erase to the end of the line (ECMA-48, EL).
        try? TerminalOutput.error.write("\r\(Sanitizer.text(String(words.prefix(70))))\u{1B}[K")
    }

    func erase() {
        guard isShown else { return }
        try? TerminalOutput.error.write("\r\u{1B}[K")
    }
}
