/// Reads Swift source into tokens. Never fails: what is unfinished is said by ``isUnfinished``.
struct SnippetTokens: Sendable {
    let characters: [Character]
    private(set) var tokens: [SnippetToken] = []
    /// A bracket, a comment or a string of several lines is open at the end.
    private(set) var isUnfinished = false

    private var position = 0
    private var line = 1
    private var lineStart = 0
    private var depth = 0

    init(_ text: String) {
        characters = Array(text.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n"))
        while position < characters.count { readToken() }
        if depth > 0 { isUnfinished = true }
    }

    func text(_ range: Range<Int>) -> String { String(characters[range]) }

    private static let operators = Set("/=-+!*%<>&|^~?.")

    private func at(_ offset: Int) -> Character? {
        let index = position + offset
        return characters.indices.contains(index) ? characters[index] : nil
    }

    private mutating func readToken() {
        let start = position
        let (line, column) = (self.line, position - lineStart + 1)
        let first = characters[position]
        var kind: SnippetToken.Kind
        switch first {
        case "\n":
            advance()
            kind = .newline
        case _ where first.isWhitespace: return advance()
        case "/" where at(1) == "/":
            while let next = at(0), next != "\n" { advance() }
            return
        case "/" where at(1) == "*": return skipComment()
        case "\"":
            skipString(hashes: 0)
            kind = .string
        case "#" where hashesBeforeQuote > 0:
            let hashes = hashesBeforeQuote
            advance(hashes)
            skipString(hashes: hashes)
            kind = .string
        case "(", "[", "{":
            depth += 1
            advance()
            kind = .open
        case ")", "]", "}":
            depth = max(0, depth - 1)
            advance()
            kind = .close
        case ";":
            advance()
            kind = .semicolon
        case ",", ":":
            advance()
            kind = .punctuation
        case _ where SnippetTokens.operators.contains(first):
            while let next = at(0), SnippetTokens.operators.contains(next) {
                if next == "/", at(1) == "/" || at(1) == "*" { break }
                advance()
            }
            kind = .operator
        default:
            advance()
            while let next = at(0), next.isLetter || next.isNumber || next == "_" || next == "`" || next == "$" {
                advance()
            }
            kind = .word
        }
        let before = start == 0 ? nil : characters[start - 1]
        let after = at(0)
        tokens.append(
            SnippetToken(
                kind: kind,
                text: String(characters[start..<position]),
                start: start,
                end: position,
                line: line,
                column: column,
                isSpacedBefore: before.map { $0.isWhitespace || "([{,;:".contains($0) } ?? true,
                isSpacedAfter: after.map { $0.isWhitespace || ")]},;:".contains($0) } ?? true
            )
        )
    }

    private mutating func advance(_ count: Int = 1) {
        for _ in 0..<count where position < characters.count {
            if characters[position] == "\n" {
                line += 1
                lineStart = position + 1
            }
            position += 1
        }
    }

    private mutating func skipComment() {
        var open = 0
        repeat {
            if at(0) == "/", at(1) == "*" {
                open += 1
                advance(2)
            } else if at(0) == "*", at(1) == "/" {
                open -= 1
                advance(2)
            } else {
                advance()
            }
        } while open > 0 && position < characters.count
        if open > 0 { isUnfinished = true }
    }

    /// The number of `#` here, if a quotation mark follows them.
    private var hashesBeforeQuote: Int {
        let count = characters[position...].prefix { $0 == "#" }.count
        return at(count) == "\"" ? count : 0
    }

    /// From the quotation mark to behind the closing one. A string of one line ends with its line at the latest.
    private mutating func skipString(hashes: Int) {
        let isLong = at(1) == "\"" && at(2) == "\""
        let quotes = isLong ? 3 : 1
        let closing = Array(repeating: Character("\""), count: quotes) + Array(repeating: "#", count: hashes)
        let escape = [Character("\\")] + Array(repeating: "#", count: hashes)
        advance(quotes)
        while position < characters.count {
            if characters[position...].starts(with: closing) { return advance(closing.count) }
            if characters[position...].starts(with: escape) {
                advance(escape.count)
                if at(0) == "(" { skipInterpolation() } else { advance() }
            } else if at(0) == "\n", !isLong {
                return
            } else {
                advance()
            }
        }
        if isLong { isUnfinished = true }
    }

    private mutating func skipInterpolation() {
        var open = 0
        repeat {
            switch at(0) {
            case "(": open += 1
            case ")": open -= 1
            case "\"":
                skipString(hashes: 0)
                continue
            default: break
            }
            advance()
        } while open > 0 && position < characters.count
    }
}
