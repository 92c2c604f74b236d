/// Text of strangers as XML 1.0 and HTML have it.
enum SVGText {
    /// `<`, `>`, `&` and quotes as entities; controls as ``Sanitizer`` shows them, and what no XML may hold as U+XXXX.
    static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in Sanitizer.line(text).unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "\u{FFFE}", "\u{FFFF}": out += "U+" + String(scalar.value, radix: 16, uppercase: true)
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    /// A length in pixels, to a tenth: "12", "12.5".
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }

    /// A line of text whose middle is at `y`.
    static func element(_ x: Double, _ y: Double, _ words: String, _ name: String = "") -> String {
        let name = name.isEmpty ? "" : #" class="\#(name)""#
        return #"<text\#(name) x="\#(number(x))" y="\#(number(y + 4))">\#(escaped(words))</text>"#
    }
}
