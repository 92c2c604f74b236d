import TutorKit

/// The line that says what is being waited for, and is taken away again. Only for a terminal that can erase.
struct StatusLine: Sendable {
    let output: TerminalOutput
    let environment: [String: String]

    /// nil where it cannot be shown, or would stay.
    init?(_ output: TerminalOutput, environment: [String: String]) {
        guard output.isTerminal, BracketedPaste.isSupported(by: environment["TERM"]) else { return nil }
        self.output = output
        self.environment = environment
    }

    /// At the start of a row; nil erases it.
    func show(_ words: String?) {
        // The terminal may write `^C` behind it, and one that is wrapped could not be taken back.
        let room = max(0, output.columns(environment: environment) - 3)
        let text = words.map { TerminalText(String($0.prefix(room))) } ?? .empty
        try? output.write(.control("\r\u{1B}[K") + text)
    }
}
