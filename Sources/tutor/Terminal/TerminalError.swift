/// What the terminal, or the system below it, refuses.
enum TerminalError: Error, Equatable, CustomStringConvertible {
    /// Whoever read the output has gone: a closed pipe, or a terminal that was hung up.
    case outputClosed
    case unwritable(reason: String)
    case noPipe(reason: String)
    case noEditor

    /// What the tutor ends with, the same as a shell reports for a program that SIGPIPE ended.
    static let outputClosedExitCode: Int32 = 141

    var description: String {
        switch self {
        case .outputClosed:
            "output: nobody reads it any more"
        case .unwritable(let reason):
            "output: cannot be written (\(reason)); make room or send it elsewhere"
        case .noPipe(let reason):
            "terminal: no pipe can be opened (\(reason)); raise the limit of open files (ulimit -n)"
        case .noEditor:
            "terminal: libedit cannot start; check TERM and the free memory"
        }
    }
}
