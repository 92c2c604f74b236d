/// What became of an answer.
public enum Verdict: Sendable, Equatable {
    case right(feedback: [Block])
    /// `misconception` is the id of the belief that the answer shows, where the author foresaw it. `detail` is one line
    /// about this very answer that does not give the key away: "line 2: you said 'b', it printed 'c'".
    case wrong(feedback: [Block], misconception: String?, detail: String?)
    /// It is not the answer's fault. Never counted as wrong.
    case couldNotTell(reason: String)
    /// No answer to this question at all, such as `Z` where A to C are offered. Not counted as an attempt.
    case malformed(expected: String)
}
