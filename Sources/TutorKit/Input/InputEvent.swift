/// One thing that the learner did at the prompt.
public enum InputEvent: Sendable, Equatable {
    /// A line without its line ending. A pasted block arrives as one line that contains `\n`.
    case line(String)
    /// Ctrl-C: what was typed so far is gone.
    case interrupt
    /// Ctrl-D on an empty line, the end of the input, or a request that the tutor end. The next call says `end` again,
    /// unless a terminal goes on after Ctrl-D.
    case end
}
