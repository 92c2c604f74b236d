/// Why a file was not opened in the learner's editor, or what became of that.
public enum EditorProblem: Error, Sendable, Equatable, CustomStringConvertible {
    /// There is none, or no terminal for it: why, in a few words.
    case noEditor(String)
    /// It could not be started, or ended with an error: in words.
    case failed(String)

    public var description: String {
        switch self {
        case .noEditor(let reason): "no editor was opened (\(reason))"
        case .failed(let reason): reason
        }
    }
}
