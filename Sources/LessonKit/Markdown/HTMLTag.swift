/// A complete opening or closing tag, by CommonMark's grammar: `<kbd>`, `</kbd>`, `<a href="x">`, `<br />`.
struct HTMLTag {
    /// In lower case.
    let name: String
    /// How many scalars it takes, the angle brackets included.
    let length: Int

    init?(in text: [Unicode.Scalar], at start: Int) {
        var scanner = Scanner(text: text, at: start)
        guard scanner.take("<") else { return nil }
        let isClosing = scanner.take("/")
        let nameStart = scanner.at
        guard scanner.peek?.isASCIILetter == true else { return nil }
        scanner.skip { $0.isASCIILetter || $0.isASCIIDigit || $0 == "-" }
        name = text[nameStart..<scanner.at].string.lowercased()
        if isClosing {
            scanner.skip(\.isASCIIWhitespace)
        } else {
            while scanner.takeAttribute() {}
            guard !scanner.failed else { return nil }
            scanner.skip(\.isASCIIWhitespace)
            _ = scanner.take("/")
        }
        guard scanner.take(">") else { return nil }
        length = scanner.at - start
    }

    private struct Scanner {
        let text: [Unicode.Scalar]
        var at: Int
        var failed = false

        init(text: [Unicode.Scalar], at: Int) {
            self.text = text
            self.at = at
        }

        var peek: Unicode.Scalar? { at < text.count ? text[at] : nil }

        mutating func take(_ scalar: Unicode.Scalar) -> Bool {
            guard peek == scalar else { return false }
            at += 1
            return true
        }

        mutating func skip(_ isSkipped: (Unicode.Scalar) -> Bool) {
            while let scalar = peek, isSkipped(scalar) { at += 1 }
        }

        /// Whitespace, a name, and perhaps a value. Takes nothing if no name follows.
        mutating func takeAttribute() -> Bool {
            let start = at
            skip(\.isASCIIWhitespace)
            guard at > start, let first = peek, first.isASCIILetter || first == "_" || first == ":" else {
                at = start
                return false
            }
            skip { $0.isASCIILetter || $0.isASCIIDigit || $0 == "_" || $0 == ":" || $0 == "." || $0 == "-" }
            let afterName = at
            skip(\.isASCIIWhitespace)
            guard take("=") else {
                at = afterName
                return true
            }
            skip(\.isASCIIWhitespace)
            failed = !takeValue()
            return !failed
        }

        private mutating func takeValue() -> Bool {
            if let quote = peek, quote == "\"" || quote == "'" {
                at += 1
                skip { $0 != quote }
                return take(quote)
            }
            let start = at
            skip { !$0.isASCIIWhitespace && !"\"'=<>`".unicodeScalars.contains($0) }
            return at > start
        }
    }

    /// The names that begin an HTML block even in the middle of a paragraph (CommonMark 4.6, conditions 1 and 6).
    static let blockNames: Set<String> = [
        "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
        "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend",
        "li", "link", "main", "menu", "menuitem", "meta", "nav", "noframes", "ol", "optgroup", "option", "p", "param",
        "pre", "script", "section", "source", "style", "summary", "table", "tbody", "td", "textarea", "tfoot", "th",
        "thead", "title", "tr", "track", "ul",
    ]

    /// The names that the dialect knows inside text.
    static let textNames: Set<String> = ["br", "kbd", "sub", "sup"]
}
