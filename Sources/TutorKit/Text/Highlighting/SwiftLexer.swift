/// Swift in pieces, for colours: knows comments in comments, raw and multi-line strings, and the code inside of strings.
///
/// It never fails: what is no Swift is plain text, and what is not closed runs to the end of its line or of the source.
struct SwiftLexer {
    static func tokens(_ source: String) -> [CodeToken] {
        var lexer = SwiftLexer(scanner: CodeScanner(source))
        lexer.code(untilParenthesis: false)
        lexer.scanner.end(.plain)
        return lexer.scanner.tokens
    }

    private var scanner: CodeScanner
    /// Strings in the code in strings in …: deeper than anybody writes.
    private var depth = 0

    private init(scanner: CodeScanner) { self.scanner = scanner }

    /// - Parameter untilParenthesis: stops before the `)` that has no partner, or at the end of the line.
    private mutating func code(untilParenthesis: Bool) {
        var open = 0
        while let next = scanner.peek() {
            if untilParenthesis {
                if next == "(" { open += 1 }
                if next == ")" { open -= 1 }
                if open < 0 || next == "\n" { return }
            }
            piece(next)
        }
    }

    private mutating func piece(_ next: Unicode.Scalar) {
        switch next {
        case "/" where scanner.sees("//"):
            scanner.end(.plain)
            scanner.skip { $0 != "\n" }
            scanner.end(.comment)
        case "/" where scanner.sees("/*"):
            scanner.end(.plain)
            blockComment()
            scanner.end(.comment)
        case "\"":
            string(hashes: 0)
        case "#":
            hash()
        case "@":
            scanner.end(.plain)
            scanner.skip()
            scanner.skip(while: \.isWordPart)
            scanner.end(.keyword)
        case "`":
            scanner.skip()
            scanner.skip(while: \.isWordPart)
            if scanner.peek() == "`" { scanner.skip() }
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

    private mutating func word() {
        let isMember = scanner.pending.last == "."
        scanner.end(.plain)
        scanner.skip(while: \.isWordPart)
        let word = scanner.pending
        // `sleep(for: …)` has a label, and no loop.
        let isLabel = scanner.peek() == ":" && word != "default"
        if SwiftLexer.keywords.contains(word), !isMember, !isLabel {
            scanner.end(.keyword)
        } else if word.unicodeScalars.first?.properties.isUppercase ?? false {
            scanner.end(.typeName)
        } else {
            scanner.end(.plain)
        }
    }

    /// A raw string, `#if`, `#expect`.
    private mutating func hash() {
        var hashes = 1
        while scanner.peek(hashes) == "#" { hashes += 1 }
        if scanner.peek(hashes) == "\"" { return string(hashes: hashes) }
        scanner.end(.plain)
        scanner.skip(hashes)
        scanner.skip(while: \.isWordPart)
        scanner.end(.keyword)
    }

    private mutating func blockComment() {
        var open = 0
        repeat {
            if scanner.sees("/*") {
                open += 1
                scanner.skip(2)
            } else if scanner.sees("*/") {
                open -= 1
                scanner.skip(2)
            } else {
                scanner.skip()
            }
        } while open > 0 && !scanner.isAtEnd
    }

    private mutating func string(hashes: Int) {
        scanner.end(.plain)
        let fence = String(repeating: "#", count: hashes)
        scanner.skip(hashes)
        let quotes = scanner.sees("\"\"\"") ? "\"\"\"" : "\""
        scanner.skip(quotes.count)
        while let next = scanner.peek() {
            if scanner.sees(quotes + fence) {
                scanner.skip(quotes.count + hashes)
                break
            }
            if next == "\n", quotes.count == 1 { break }
            guard next == "\\", scanner.sees("\\" + fence) else {
                scanner.skip()
                continue
            }
            scanner.skip(1 + hashes)
            if scanner.peek() == "(", depth < 32 {
                scanner.skip()
                scanner.end(.string)
                depth += 1
                code(untilParenthesis: true)
                depth -= 1
                scanner.end(.plain)
                if scanner.peek() == ")" { scanner.skip() }
            } else if scanner.peek() != "\n" {
                scanner.skip()
            }
        }
        scanner.end(.string)
    }

    private static let keywords: Set<String> = [
        "actor", "any", "as", "associatedtype", "async", "await", "borrowing", "break", "case", "catch", "class",
        "consume", "consuming", "continue", "convenience", "copy", "default", "defer", "deinit", "didSet", "do",
        "dynamic", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "final", "for", "func", "get",
        "guard", "if", "import", "in", "indirect", "infix", "init", "inout", "internal", "is", "isolated", "lazy",
        "let",
        "mutating", "nil", "nonisolated", "nonmutating", "open", "operator", "override", "package", "postfix", "prefix",
        "private", "protocol", "public", "repeat", "required", "rethrows", "return", "self", "Self", "sending", "set",
        "some", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias",
        "unowned", "var", "weak", "where", "while", "willSet",
    ]
}
