/// Something that keeps a course from being sound, and the rule that says so.
///
///     Lessons/07-gather/lesson.md:41:1: error: a sentence of 34 words; … [sentence-length]
public struct LintFinding: Sendable, Hashable, CustomStringConvertible {
    /// The ``LintRule/id``.
    public let rule: String
    public let diagnostic: Diagnostic

    public init(rule: String, _ diagnostic: Diagnostic) {
        self.rule = rule
        self.diagnostic = diagnostic
    }

    public var description: String { "\(diagnostic) [\(rule)]" }

    /// By file, line and column; what is said twice is said once.
    public static func sorted(_ findings: [LintFinding]) -> [LintFinding] {
        var seen: Set<LintFinding> = []
        return findings.filter { seen.insert($0).inserted }.enumerated().sorted { a, b in
            let (p, q) = (a.element.diagnostic.position, b.element.diagnostic.position)
            return (p.file, p.line, p.column, a.offset) < (q.file, q.line, q.column, b.offset)
        }.map(\.element)
    }
}
