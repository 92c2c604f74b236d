/// What became of opening a file in the learner's editor.
public enum EditorOutcome: Sendable, Equatable {
    /// It was opened, and closed again.
    case edited
    /// There is none, or no terminal for it: why, in a few words.
    case noEditor(String)
    /// It could not be started, or ended with an error: in words.
    case failed(String)
}
