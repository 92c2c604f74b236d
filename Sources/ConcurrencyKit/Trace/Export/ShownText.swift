/// Words and numbers for people, whatever a program put into them.
enum ShownText {
    /// `text` on one line, with controls and what would reorder the line as escapes, as Swift would write them.
    static func line(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case _ where isUnsafe(scalar): out += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        // Emoji and some scripts are written with joiners.
        case .format: scalar.value != 0x200C && scalar.value != 0x200D
        default: false
        }
    }

    /// "1500", "0.25": in milliseconds, exactly.
    static func milliseconds(_ nanoseconds: Int64) -> String { decimal(nanoseconds, digits: 6) }

    /// "1500000", "0.25": in microseconds, exactly.
    static func microseconds(_ nanoseconds: Int64) -> String { decimal(nanoseconds, digits: 3) }

    /// `number` divided by ten to the power of `digits`.
    private static func decimal(_ number: Int64, digits: Int) -> String {
        let unit = (0..<digits).reduce(1) { unit, _ in unit * 10 as UInt64 }
        let (whole, rest) = number.magnitude.quotientAndRemainder(dividingBy: unit)
        let sign = number < 0 ? "-" : ""
        guard rest != 0 else { return "\(sign)\(whole)" }
        let figures = String(rest)
        var fraction = Substring(String(repeating: "0", count: digits - figures.count) + figures)
        while fraction.last == "0" { fraction.removeLast() }
        return "\(sign)\(whole).\(fraction)"
    }
}
