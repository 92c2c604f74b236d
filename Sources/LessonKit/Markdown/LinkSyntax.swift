/// The parts of links, as CommonMark 6.3 has them. Each function reads from `at` and gives the end of what it read.
enum LinkSyntax {
    /// `[label]`: up to 999 characters without bracket, not blank.
    static func label(_ text: [Unicode.Scalar], at start: Int) -> (text: ArraySlice<Unicode.Scalar>, end: Int)? {
        guard start < text.count, text[start] == "[" else { return nil }
        var at = start + 1
        while at < text.count, at - start <= 1000, text[at] != "]" {
            if text[at] == "[" { return nil }
            at += text[at] == "\\" && at + 1 < text.count && text[at + 1].isASCIIPunctuation ? 2 : 1
        }
        guard at < text.count, at - start <= 1000, text[at] == "]" else { return nil }
        let label = text[(start + 1)..<at]
        return label.allSatisfy(\.isUnicodeWhitespace) ? nil : (label, at + 1)
    }

    /// `<a b>` or `a(b)c`; may be empty in the second form.
    ///
    /// Like cmark, takes `a(b` for a destination if white space follows, though CommonMark wants the bracket closed.
    static func destination(_ text: [Unicode.Scalar], at start: Int) -> (text: String, end: Int)? {
        var at = start
        if at < text.count, text[at] == "<" {
            at += 1
            while at < text.count, text[at] != ">" {
                if text[at] == "\n" || text[at] == "<" { return nil }
                at += text[at] == "\\" && at + 1 < text.count && text[at + 1].isASCIIPunctuation ? 2 : 1
            }
            return at < text.count ? (Escapes.resolved(text[(start + 1)..<at]), at + 1) : nil
        }
        var open = 0
        scan: while at < text.count {
            switch text[at] {
            case "\\" where at + 1 < text.count && text[at + 1].isASCIIPunctuation: at += 1
            case "(":
                open += 1
                if open > 32 { return nil }
            case ")":
                if open == 0 { break scan }
                open -= 1
            case _ where text[at].isASCIIWhitespace || text[at].isControl: break scan
            default: break
            }
            at += 1
        }
        return open == 0 || at < text.count ? (Escapes.resolved(text[start..<at]), at) : nil
    }

    /// `"…"`, `'…'` or `(…)`.
    static func title(_ text: [Unicode.Scalar], at start: Int) -> (text: String, end: Int)? {
        guard start < text.count, let close = closing(text[start]) else { return nil }
        var at = start + 1
        while at < text.count, text[at] != close {
            if text[at] == "(", close == ")" { return nil }
            at += text[at] == "\\" && at + 1 < text.count && text[at + 1].isASCIIPunctuation ? 2 : 1
        }
        return at < text.count ? (Escapes.resolved(text[(start + 1)..<at]), at + 1) : nil
    }

    private static func closing(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "\"", "'": scalar
        case "(": ")"
        default: nil
        }
    }
}
