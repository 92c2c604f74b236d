/// Reads the HTML lines around hints and answers: `<details><summary>TITLE</summary>`, plain text, `</details>`.
enum DetailsScanner {
    enum Token {
        case open(title: String)
        /// Between the tags, on the same lines. HTML, so Markdown does not apply.
        case text(String)
        case close
    }

    struct Located {
        let token: Token
        let position: SourcePosition
    }

    /// `source` is the block as it stands, beginning on `position`'s line in column 1.
    static func scan(_ source: String, at position: SourcePosition) -> Result<[Located], Diagnostic> {
        var cursor = Cursor(text: Array(source.unicodeScalars), start: position)
        var tokens: [Located] = []
        while true {
            cursor.skipWhitespace()
            guard !cursor.isAtEnd else { return .success(tokens) }
            let position = cursor.position
            if cursor.take("</details>") {
                tokens.append(Located(token: .close, position: position))
            } else if cursor.take("<details>") {
                cursor.skipWhitespace()
                guard cursor.take("<summary>") else {
                    return .failure(Diagnostic(at: position, "'<details>' is not followed by '<summary>'"))
                }
                let title = cursor.takeUntil("<")
                guard cursor.take("</summary>") else {
                    return .failure(Diagnostic(at: position, "'<summary>' is not ended by '</summary>'"))
                }
                tokens.append(Located(token: .open(title: title), position: position))
            } else if cursor.peek == "<" {
                let tag = cursor.takeUntil(">")
                return .failure(
                    Diagnostic(
                        at: position,
                        "'\(tag.prefix(40))>' is not supported here; "
                            + "write '<details><summary>TITLE</summary>' and '</details>'"
                    )
                )
            } else {
                tokens.append(Located(token: .text(cursor.takeUntil("<")), position: position))
            }
        }
    }

    private struct Cursor {
        let text: [Unicode.Scalar]
        let start: SourcePosition
        var at = 0
        private var line = 0
        private var lineStart = 0

        init(text: [Unicode.Scalar], start: SourcePosition) {
            self.text = text
            self.start = start
        }

        var isAtEnd: Bool { at >= text.count }
        var peek: Unicode.Scalar? { isAtEnd ? nil : text[at] }
        var position: SourcePosition {
            SourcePosition(file: start.file, line: start.line + line, column: at - lineStart + 1)
        }

        private mutating func advance() {
            at += 1
            if text[at - 1] == "\n" {
                line += 1
                lineStart = at
            }
        }

        mutating func skipWhitespace() {
            while let scalar = peek, scalar.isASCIIWhitespace { advance() }
        }

        mutating func take(_ word: String) -> Bool {
            guard text[at...].starts(with: word.unicodeScalars) else { return false }
            for _ in word.unicodeScalars { advance() }
            return true
        }

        /// Trimmed.
        mutating func takeUntil(_ end: Unicode.Scalar) -> String {
            let first = at
            while let scalar = peek, at == first || scalar != end { advance() }
            var taken = text[first..<at]
            while let last = taken.last, last.isASCIIWhitespace { taken = taken.dropLast() }
            return taken.string
        }
    }
}
