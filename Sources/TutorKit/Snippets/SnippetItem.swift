/// One statement or declaration of what was typed.
struct SnippetItem: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        case importing
        /// A type, an extension, an operator: it must stand at file scope.
        case type
        case function
        /// `let` and `var`.
        case variable
        case expression
        /// `if`, `for`, `return`, …: has no value.
        case statement
    }

    let kind: Kind
    /// Without the blanks and comments around it.
    let text: String
    /// Where it begins in what was typed, 1-based.
    let line: Int
    /// 1-based, in characters.
    let column: Int
    /// What it declares: base names, as Python would call them.
    let names: [String]
    /// Every word in it, also in strings and comments: what it may speak of.
    let words: Set<String>
    /// It begins with Swift's `try`.
    let saysTry: Bool

    /// `tokens` is not empty.
    init(_ tokens: ArraySlice<SnippetToken>, in source: SnippetTokens) {
        let first = tokens[tokens.startIndex]
        let last = tokens[tokens.index(before: tokens.endIndex)]
        text = source.text(first.start..<last.end)
        (line, column) = (first.line, first.column)
        words = Set(
            text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
        )
        let head = SnippetItem.withoutModifiers(tokens)
        saysTry = head.first?.text == "try"
        kind = SnippetItem.kind(head)
        names = SnippetItem.names(head, kind)
    }

    private static let modifiers: Set = [
        "public", "private", "fileprivate", "internal", "package", "open", "final", "static", "lazy", "weak", "unowned",
        "nonisolated", "indirect", "mutating", "dynamic", "async", "distributed", "prefix", "postfix", "infix",
    ]
    private static let types: Set = [
        "struct", "class", "enum", "protocol", "extension", "typealias", "operator", "precedencegroup", "macro",
    ]
    private static let statements: Set = [
        "if", "guard", "for", "while", "do", "repeat", "switch", "defer", "return", "throw", "break", "continue", "#if",
        "fallthrough",
    ]

    private static func withoutModifiers(_ tokens: ArraySlice<SnippetToken>) -> ArraySlice<SnippetToken> {
        var rest = tokens.filter { $0.kind != .newline }[...]
        while let first = rest.first {
            let next = rest.dropFirst()
            // @MainActor, @available(…), private(set)
            let hasArguments = next.first?.text == "(" && !first.isSpacedAfter
            let behind = hasArguments ? behindBrackets(next) : next
            let isModifier = modifiers.contains(first.text) && behind.first?.kind == .word
            guard first.text.hasPrefix("@") || isModifier else { return rest }
            rest = behind
        }
        return rest
    }

    private static func behindBrackets(_ tokens: ArraySlice<SnippetToken>) -> ArraySlice<SnippetToken> {
        var (rest, depth) = (tokens, 0)
        repeat {
            guard let token = rest.popFirst() else { return [] }
            if token.kind == .open { depth += 1 }
            if token.kind == .close { depth -= 1 }
        } while depth > 0
        return rest
    }

    private static func kind(_ head: ArraySlice<SnippetToken>) -> Kind {
        guard let first = head.first else { return .statement }
        let isNamed = head.dropFirst().first?.kind == .word
        switch first.text {
        case "import": return .importing
        case "func": return .function
        case "let", "var": return .variable
        case "actor" where isNamed: return .type
        case _ where types.contains(first.text) && isNamed: return .type
        case _ where statements.contains(first.text): return .statement
        default: return .expression
        }
    }

    private static func names(_ head: ArraySlice<SnippetToken>, _ kind: Kind) -> [String] {
        switch kind {
        case .importing, .expression, .statement: return []
        case .type:
            // An extension adds to a type and replaces nothing.
            if head.first?.text == "extension" { return [] }
            return head.dropFirst().prefix(1).map(\.text)
        case .function: return head.dropFirst().prefix(1).map(\.text)
        case .variable: return variableNames(head.dropFirst())
        }
    }

    /// `x`, `(a, b)`, `a = 1, b = 2`.
    private static func variableNames(_ tokens: ArraySlice<SnippetToken>) -> [String] {
        var names: [String] = []
        var depth = 0
        var isPattern = true
        for token in tokens {
            switch token.kind {
            case .open: depth += 1
            case .close: depth -= 1
            case .operator where token.text == "=" && depth == 0: isPattern = false
            case .punctuation where token.text == ":" && depth == 0: isPattern = false
            case .punctuation where token.text == "," && depth == 0: isPattern = true
            case .word where isPattern && token.text != "_":
                names.append(token.text.filter { $0 != "`" })
            default: break
            }
        }
        return names
    }
}
