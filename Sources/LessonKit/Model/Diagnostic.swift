/// Something wrong with a lesson file, said as a compiler would say it:
///
///     Lessons/07-gather/lesson.md:41:6: error: unknown directive 'qustion'; did you mean 'question'?
public struct Diagnostic: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Severity: String, Sendable, Hashable {
        case error, warning
    }

    public let position: SourcePosition
    public let severity: Severity
    /// What is wrong, with the offending text and, where it can be said, what to do. One line.
    public let message: String
    /// The ``LintRule/id`` of the rule that is broken; nil for the rules of the grammar.
    public let rule: String?

    public init(at position: SourcePosition, severity: Severity = .error, rule: String? = nil, _ message: String) {
        self.position = position
        self.severity = severity
        self.message = message
        self.rule = rule
    }

    public var description: String { "\(position): \(severity.rawValue): \(message)" }
}
