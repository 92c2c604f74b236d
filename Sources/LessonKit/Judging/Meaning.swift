/// What of a written answer counts, and what is only how it was written.
enum Meaning {
    /// Without white space and quotes around it, and without punctuation that ends a sentence.
    static func unwrapped(_ text: String) -> String {
        var rest = Array(text.unicodeScalars)[...]
        var length = -1
        while rest.count != length {
            length = rest.count
            while let first = rest.first, first.isUnicodeWhitespace { rest = rest.dropFirst() }
            while let last = rest.last, last.isUnicodeWhitespace || isClosing(last) { rest = rest.dropLast() }
            if rest.count >= 2, let first = rest.first, let last = rest.last, pairs[first]?.contains(last) == true {
                rest = rest.dropFirst().dropLast()
            }
        }
        return rest.string
    }

    /// A word or short phrase: ``unwrapped(_:)``, in lower case, one space between words, without `()` behind a name.
    static func phrase(_ text: String) -> String {
        var phrase = words(unwrapped(text)).lowercased()
        if phrase.hasSuffix("()"), phrase.count > 2 { phrase.removeLast(2) }
        return phrase
    }

    /// A line of output, as it must be: white space at its ends and the difference of Python's and Swift's literals do
    /// not count, nor do quotes around all of it.
    static func strict(_ line: String) -> String {
        let text = words(LiteralMapping.swift(fromPython: words(line)))
        let scalars = text.unicodeScalars
        guard scalars.count >= 2, scalars.first == "\"", scalars.last == "\"" else { return text }
        let inner = scalars.dropFirst().dropLast()
        return inner.contains("\"") ? text : String(inner)
    }

    /// A line of output, as a person may write it down: case, quotes, spaces around marks and punctuation at the end do
    /// not count either.
    static func loose(_ line: String) -> String {
        var out: [Unicode.Scalar] = []
        for scalar in strict(line).lowercased().unicodeScalars where !quotes.contains(scalar) {
            let isMark = ",:()[]{}=".unicodeScalars.contains(scalar)
            if isMark, out.last == " " { out.removeLast() }
            if scalar == " ", let last = out.last, ",:()[]{}=".unicodeScalars.contains(last) { continue }
            out.append(scalar)
        }
        while let last = out.last, isClosing(last) { out.removeLast() }
        return out.string
    }

    private static func words(_ text: String) -> String {
        text.unicodeScalars.split(whereSeparator: \.isUnicodeWhitespace).map(String.init).joined(separator: " ")
    }

    private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        ".,;:!?".unicodeScalars.contains(scalar)
    }

    private static let quotes: Set<Unicode.Scalar> = ["\"", "'", "`", "“", "”", "‘", "’"]

    private static let pairs: [Unicode.Scalar: Set<Unicode.Scalar>] = [
        "\"": ["\""], "'": ["'"], "`": ["`"], "“": ["”"], "‘": ["’"],
    ]
}
