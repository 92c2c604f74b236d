/// Swift that was typed at the prompt, cut into statements.
///
///     Snippet("let a = 1; a + 1").items.map(\.kind)      // [.variable, .expression]
public struct Snippet: Sendable, Equatable {
    /// As it was typed.
    public let text: String
    let items: [SnippetItem]
    /// A bracket, a comment or a string of several lines is open at its end: more lines must come.
    public let isUnfinished: Bool
    /// The word `try` stood before it: it is Swift's as well.
    let followsTry: Bool

    /// - Parameter followsTry: `try` was typed before the text, as the tutor's command.
    public init(_ text: String, followsTry: Bool = false) {
        let source = SnippetTokens(text)
        self.text = text
        self.followsTry = followsTry
        isUnfinished = source.isUnfinished
        items = Snippet.items(source)
    }

    /// There is nothing but blanks and comments in it.
    public var isEmpty: Bool { items.isEmpty }

    /// Whether its last statement may have a value.
    var mayHaveValue: Bool { items.last?.kind == .expression }

    private static func items(_ source: SnippetTokens) -> [SnippetItem] {
        var items: [SnippetItem] = []
        var start = 0
        var (depth, conditions) = (0, 0)
        let tokens = source.tokens
        func close(_ end: Int) {
            let piece = tokens[start..<end].drop { $0.kind == .newline }
            if !piece.isEmpty { items.append(SnippetItem(piece, in: source)) }
        }
        for (index, token) in tokens.enumerated() {
            switch token.kind {
            case .open: depth += 1
            case .close: depth -= 1
            case .word where token.text == "#if": conditions += 1
            case .word where token.text == "#endif": conditions -= 1
            case .semicolon where depth == 0 && conditions == 0:
                close(index)
                start = index + 1
            case .newline where depth <= 0 && conditions == 0:
                let before = tokens[start..<index].filter { $0.kind != .newline }
                let after = tokens[(index + 1)...].first { $0.kind != .newline }
                guard !before.isEmpty, !goesOn(before, after) else { continue }
                close(index)
                start = index + 1
            default: break
            }
        }
        close(tokens.count)
        return items
    }

    private static let joining: Set = ["else", "catch", "where", "throws", "async", "as", "is", "in"]
    private static let leaving: Set = ["try", "await", "where", "as", "is", "else", "async", "throws"]

    /// Whether a statement goes on behind the end of its line.
    private static func goesOn(_ before: [SnippetToken], _ after: SnippetToken?) -> Bool {
        guard let after, let first = before.first, let last = before.last else { return false }
        if last.kind == .punctuation { return true }
        if last.kind == .operator, last.isSpacedBefore { return true }
        if last.kind == .word, leaving.contains(last.text) { return true }
        if isOnlyAttributes(before) { return true }
        switch after.kind {
        case .punctuation: return true
        case .open: return after.text == "{"
        case .operator: return after.isSpacedAfter || (after.text.hasPrefix(".") && !after.text.hasPrefix(".."))
        case .word:
            if after.text == "while" { return first.text == "repeat" && last.text == "}" }
            // `async let` begins a statement, `async throws` goes on with one.
            if after.text == "async" { return first.text == "func" }
            return joining.contains(after.text)
        default: return false
        }
    }

    private static func isOnlyAttributes(_ tokens: [SnippetToken]) -> Bool {
        guard tokens.first?.text.hasPrefix("@") == true else { return false }
        var depth = 0
        for token in tokens {
            if token.kind == .open { depth += 1 }
            if depth == 0, !token.text.hasPrefix("@") { return false }
            if token.kind == .close { depth -= 1 }
        }
        return true
    }
}
