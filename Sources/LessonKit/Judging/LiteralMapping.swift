/// How Python prints a value, rewritten as Swift prints it. What `demo.py` prints is compared with what `demo.swift`
/// prints after this mapping, and so are predictions.
///
/// | Python | Swift |
/// |---|---|
/// | `True`, `False` | `true`, `false` |
/// | `None` | `nil` |
/// | `'a'` | `"a"` |
/// | `'say "a"'` | `"say \"a\""` |
/// | `'it\'s'` | `"it's"` |
/// | `'\x1b'` | `"\u{1b}"` |
/// | `['a', None]` | `["a", nil]` |
///
/// The words are mapped where they stand alone and outside quotes. A quote counts where a literal can begin, behind
/// anything but a letter or digit, and only if the line also closes it; so `don't` stays as it is. The
/// table is closed: tuples of one element, dictionaries and exceptions are printed differently by both languages, and a
/// demo that prints such values says them in words instead.
public enum LiteralMapping {
    public static func swift(fromPython line: String) -> String {
        let scalars = Array(line.unicodeScalars)
        var out = String.UnicodeScalarView()
        var quotes = ClosingQuotes(scalars)
        var at = 0
        while at < scalars.count {
            let scalar = scalars[at]
            let canBegin = at == 0 || !isWordScalar(scalars[at - 1])
            if canBegin, scalar == "'" || scalar == "\"", let end = quotes.end(of: scalar, openedAt: at) {
                out.add(string(scalars[(at + 1)..<end]))
                at = end + 1
            } else if canBegin, isWordScalar(scalar) {
                let word = scalars[at...].prefix(while: isWordScalar)
                out.add((words[word.count <= 5 ? word.string : ""] ?? word.string).unicodeScalars)
                at = word.endIndex
            } else {
                out.append(scalar)
                at += 1
            }
        }
        return String(out)
    }

    private static let words = ["True": "true", "False": "false", "None": "nil"]

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    /// The content of a Python literal as a Swift literal, quotes included.
    private static func string(_ content: ArraySlice<Unicode.Scalar>) -> String.UnicodeScalarView {
        var out = String.UnicodeScalarView()
        out.append("\"")
        var at = content.startIndex
        while at < content.endIndex {
            let scalar = content[at]
            at += 1
            if scalar == "\"" {
                out.add("\\\"".unicodeScalars)
            } else if scalar == "\\", at < content.endIndex {
                let escaped = content[at]
                at += 1
                let digits = content[at...].prefix(hexDigits[escaped] ?? 0)
                if escaped == "'" {
                    out.append("'")
                } else if hexDigits[escaped] == digits.count, digits.allSatisfy(\.properties.isASCIIHexDigit) {
                    let code = UInt32(digits.string, radix: 16) ?? 0
                    out.add("\\u{\(String(code, radix: 16))}".unicodeScalars)
                    at = digits.endIndex
                } else {
                    out.append("\\")
                    out.append(escaped)
                }
            } else {
                out.append(scalar)
            }
        }
        out.append("\"")
        return out
    }

    /// How many digits follow `\x`, `\u`, `\U`.
    private static let hexDigits: [Unicode.Scalar: Int] = ["x": 2, "u": 4, "U": 8]
}

/// Finds the ends of quoted literals, in time linear in the line even if nothing is ever closed.
private struct ClosingQuotes {
    private let scalars: [Unicode.Scalar]
    /// No literal with this quote, opened here or later, is closed.
    private var unclosedFrom: [Unicode.Scalar: Int] = [:]

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    mutating func end(of quote: Unicode.Scalar, openedAt start: Int) -> Int? {
        if let from = unclosedFrom[quote], start >= from { return nil }
        var at = start + 1
        while at < scalars.count, scalars[at] != quote {
            at += scalars[at] == "\\" ? 2 : 1
        }
        if at < scalars.count { return at }
        unclosedFrom[quote] = start
        return nil
    }
}
