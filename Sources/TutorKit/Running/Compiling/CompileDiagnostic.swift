/// One thing that the compiler said about a program.
public struct CompileDiagnostic: Sendable, Hashable, Codable {
    /// Worst first.
    public enum Severity: String, Sendable, Codable, CaseIterable {
        case error, warning, note, remark
    }

    public var severity: Severity
    public var message: String
    /// The ``SourceFile/name``; nil if it is about no place in the source.
    public var file: String?
    /// 1-based; 0 without a file.
    public var line: Int
    /// 1-based, in characters as a person counts them; 0 without a file.
    public var column: Int
    /// `throwing_call_without_try`: the compiler's own name of the rule, the key for friendly explanations.
    public var identifier: String?
    /// `DeprecatedDeclaration`: the documented group that it belongs to.
    public var group: String?
    /// The line of the source, tabs expanded.
    public var sourceLine: String?
    /// `    ^~~~`, to be printed below ``sourceLine``.
    public var caretLine: String?
    public var notes: [CompileDiagnostic]

    public init(
        severity: Severity,
        message: String,
        file: String? = nil,
        line: Int = 0,
        column: Int = 0,
        identifier: String? = nil,
        group: String? = nil,
        sourceLine: String? = nil,
        caretLine: String? = nil,
        notes: [CompileDiagnostic] = []
    ) {
        self.severity = severity
        self.message = message
        self.file = file
        self.line = line
        self.column = column
        self.identifier = identifier
        self.group = group
        self.sourceLine = sourceLine
        self.caretLine = caretLine
        self.notes = notes
    }
}

extension CompileDiagnostic: CustomStringConvertible {
    /// As compilers print it, without the identifier; notes follow on lines of their own.
    ///
    ///     demo.swift:4:1: error: call can throw but is not marked with 'try'
    ///     f()
    ///     ^~~
    public var description: String {
        let place = file.map { "\($0):\(line):\(column): " } ?? ""
        let lines = ["\(place)\(severity.rawValue): \(message)", sourceLine, sourceLine == nil ? nil : caretLine]
        return (lines.compactMap { $0 } + notes.map(\.description)).joined(separator: "\n")
    }
}
