/// Everything that is wrong with one file, in the order of its lines. Never empty.
public struct DiagnosticList: Error, Sendable, Equatable, CustomStringConvertible {
    public let diagnostics: [Diagnostic]

    /// Nil if there is nothing to report. Sorts by file, line and column; equal diagnostics are reported once.
    public init?(_ diagnostics: [Diagnostic]) {
        guard !diagnostics.isEmpty else { return nil }
        self.diagnostics = Self.sorted(diagnostics)
    }

    init(_ diagnostic: Diagnostic) {
        diagnostics = [diagnostic]
    }

    public var description: String { diagnostics.map(\.description).joined(separator: "\n") }

    static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var seen: Set<Diagnostic> = []
        // The offset breaks ties, because Swift's sort does not promise to keep the order of equal elements.
        return diagnostics.filter { seen.insert($0).inserted }.enumerated().sorted { a, b in
            let (p, q) = (a.element.position, b.element.position)
            return (p.file, p.line, p.column, a.offset) < (q.file, q.line, q.column, b.offset)
        }.map(\.element)
    }
}
