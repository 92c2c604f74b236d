/// Python in pieces, for colours: knows triple quotes, prefixes of strings, and the code inside of f-strings.
///
/// It never fails: what is no Python is plain text, and what is not closed runs to the end of its line or of the source.
struct PythonLexer {
    static func tokens(_ source: String) -> [CodeToken] {
        var lexer = PythonLexer(scanner: CodeScanner(source))
        lexer.code(untilBrace: false)
        lexer.scanner.end(.plain)
        return lexer.scanner.tokens
    }

    private var scanner: CodeScanner
    private var depth = 0

    private init(scanner: CodeScanner) { self.scanner = scanner }

    /// - Parameter untilBrace: stops before the `}` that has no partner, or at the end of the line.
    private mutating func code(untilBrace: Bool) {
        var open = 0
        while let next = scanner.peek() {
            if untilBrace {
                if next == "{" { open += 1 }
                if next == "}" { open -= 1 }
                if open < 0 || next == "\n" { return }
            }
            piece(next)
        }
    }

    private mutating func piece(_ next: Unicode.Scalar) {
        switch next {
        case "#":
            scanner.end(.plain)
            scanner.skip { $0 != "\n" }
            scanner.end(.comment)
        case "\"", "'":
            string(prefix: "")
        case "@" where isFirstOnLine:
            scanner.end(.plain)
            scanner.skip()
            scanner.skip { $0.isWordPart || $0 == "." }
            scanner.end(.keyword)
        case _ where next.isDigit:
            scanner.end(.plain)
            scanner.skipNumber()
            scanner.end(.number)
        case _ where next.isWordStart:
            word()
        default:
            scanner.skip()
        }
    }

    /// A decorator, and not a product of matrices.
    private var isFirstOnLine: Bool {
        var offset = -1
        while let before = scanner.peek(offset), before == " " || before == "\t" { offset -= 1 }
        return scanner.peek(offset).map { $0 == "\n" } ?? true
    }

    private mutating func word() {
        let isMember = scanner.pending.last == "."
        scanner.end(.plain)
        scanner.skip(while: \.isWordPart)
        let word = scanner.pending
        if let next = scanner.peek(), next == "\"" || next == "'", PythonLexer.prefixes.contains(word.lowercased()) {
            string(prefix: word.lowercased())
        } else if PythonLexer.keywords.contains(word), !isMember {
            scanner.end(.keyword)
        } else if word.unicodeScalars.first?.properties.isUppercase ?? false {
            scanner.end(.typeName)
        } else {
            scanner.end(.plain)
        }
    }

    /// - Parameter prefix: read already, and part of the string.
    private mutating func string(prefix: String) {
        if prefix.isEmpty { scanner.end(.plain) }
        guard let quote = scanner.peek().map(String.init) else { return }
        let triple = quote + quote + quote
        let quotes = scanner.sees(triple) ? triple : quote
        scanner.skip(quotes.count)
        let hasCode = prefix.contains("f") || prefix.contains("t")
        while let next = scanner.peek() {
            if scanner.sees(quotes) {
                scanner.skip(quotes.count)
                break
            }
            if next == "\n", quotes.count == 1 { break }
            if next == "\\" {
                scanner.skip(scanner.peek(1) == "\n" && quotes.count == 1 ? 1 : 2)
            } else if hasCode, scanner.sees("{{") {
                scanner.skip(2)
            } else if hasCode, next == "{", depth < 32 {
                scanner.skip()
                scanner.end(.string)
                depth += 1
                code(untilBrace: true)
                depth -= 1
                scanner.end(.plain)
            } else {
                scanner.skip()
            }
        }
        scanner.end(.string)
    }

    private static let prefixes: Set<String> = ["r", "u", "b", "f", "t", "br", "rb", "fr", "rf", "tr", "rt"]

    private static let keywords: Set<String> = [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "case", "class", "continue", "def",
        "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
        "match", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
    ]
}
