/// A solution with one small fault put into it: what the checks of an exercise should notice.
public struct Mutant: Sendable, Equatable {
    /// The ``MutationOperator/id``.
    public let mutation: String
    /// 1-based, in the solution.
    public let line: Int
    /// The line as it was, without the blanks around it.
    public let original: String
    /// The line as it is now; nil if it is gone.
    public let mutated: String?
    /// The whole file.
    public let text: String

    /// "`task.cancel()` is gone", "`a < b` became `a <= b`".
    public var change: String { mutated.map { "`\(original)` became `\($0)`" } ?? "`\(original)` is gone" }
}
