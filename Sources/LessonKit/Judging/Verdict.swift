/// What became of an answer.
public enum Verdict: Sendable, Equatable {
    case right(feedback: [Block])
    /// `misconception` is the id of the belief that the answer shows, where the author foresaw it. `detail` is one line
    /// about this very answer that does not give the key away: "line 2: you said 'b', it printed 'c'".
    case wrong(feedback: [Block], misconception: String?, detail: String?)
    /// Not right as a whole. `credit` is the part of the points that it earns, from 0 to below 1; each of the
    /// `misconceptions` shows in it.
    case partly(credit: Double, feedback: [Block], misconceptions: [String], detail: String?)
    /// Never judged: kept for a person to read. `model` is an answer to compare one's own with.
    case kept(model: [Block])
    /// It is not the answer's fault. Never counted as wrong.
    case couldNotTell(reason: String)
    /// No answer to this question at all, such as `Z` where A to C are offered. Not counted as an attempt.
    case malformed(expected: String)
}
