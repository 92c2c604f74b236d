/// What the compiler said of a snippet's program, put in the places of what the learner typed.
struct SnippetDiagnostics: Sendable {
    /// Of the snippet that is tried.
    let own: [CompileDiagnostic]
    /// Of what was typed or taken in before: it does not go with the snippet.
    let others: [CompileDiagnostic]

    init(_ diagnostics: [CompileDiagnostic], of snippet: Snippet) {
        let placed = diagnostics.map { SnippetDiagnostics.placed($0, in: snippet) }
        own = placed.filter { $0.file == SnippetProgram.name && $0.severity == .error }
        others = placed.filter { $0.file != SnippetProgram.name && $0.severity == .error }
    }

    /// Where `_` stands for a value, which Swift knows nothing of.
    var usesOfLast: Set<SnippetPlace> {
        Set(
            own.filter { $0.identifier.map(SnippetDiagnostics.aboutLast.contains) ?? false }
                .map { SnippetPlace(line: $0.line, column: $0.column) }
        )
    }

    /// `_ + 1`, and `_.count`.
    private static let aboutLast: Set = ["discard_expr_outside_of_assignment", "placeholder_type_not_allowed"]

    func saysAnything(about file: String) -> Bool { others.contains { $0.file == file } }

    var text: String {
        if !own.isEmpty { return own.map(\.description).joined(separator: "\n") }
        let words = "this does not go with what was typed before (`try list` shows it, `try reset` forgets it)"
        return ([words] + others.map(\.description)).joined(separator: "\n")
    }

    private static func placed(_ diagnostic: CompileDiagnostic, in snippet: Snippet) -> CompileDiagnostic {
        var placed = diagnostic
        placed.notes = diagnostic.notes.map { SnippetDiagnostics.placed($0, in: snippet) }
            .filter { $0.file == nil || $0.file == SnippetProgram.name }
        let lines = snippet.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard diagnostic.file == SnippetProgram.name, diagnostic.line > 0 else { return placed }
        if diagnostic.line > lines.count {
            // Something is missing at the end, and the compiler saw what comes behind it.
            placed.line = lines.count
            placed.column = Int.max
        }
        let line = lines[placed.line - 1]
        let isFirst = placed.line == snippet.items.first?.line
        let shift = isFirst ? SnippetProgram.shift(snippet) : 0
        // The compiler counts bytes in a line that it was given with something before it.
        let before = line.utf8.prefix(max(0, placed.column - 1 - shift))
        placed.column = String(decoding: before, as: UTF8.self).count + 1
        func expanded(_ text: some StringProtocol) -> String {
            text.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "    ")
        }
        placed.sourceLine = expanded(line)
        let cells = Width.of(expanded(String(decoding: before, as: UTF8.self)))
        let tail = diagnostic.caretLine?.drop { $0 == " " || $0 == "~" }.dropFirst().prefix { $0 == "~" } ?? ""
        let room = max(0, Width.of(expanded(line)) - cells - 1)
        placed.caretLine = String(repeating: " ", count: cells) + "^" + tail.prefix(room)
        return placed
    }
}
