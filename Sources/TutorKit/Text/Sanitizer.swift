/// Makes text of strangers (lessons, names, what programs print) safe to show on a terminal.
///
///     Sanitizer.text("\u{1B}[2Jhello\u{202E}")      // ^[[2JhelloU+202E
///
/// Used where text is rendered and nowhere earlier: what is stored stays raw.
public enum Sanitizer {
    /// Lets only newlines and printable characters pass. Tabs become spaces up to the next eighth column; other control
    /// characters become `^X`; those above ASCII, and those that turn the direction of text, become `U+XXXX`.
    public static func text(_ text: String) -> String {
        if isPlain(text.utf8, newline: true) { return text }
        var out = ""
        /// Since the last newline or tab: what the column of a tab is counted from.
        var segment = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n":
                out += segment + "\n"
                segment = ""
            case "\t":
                let column = Width.of(segment)
                out += segment + String(repeating: " ", count: tabStop - column % tabStop)
                segment = ""
            default:
                append(scalar, to: &segment)
            }
        }
        return out + segment
    }

    /// The same for what must stay on one line, such as a name: newlines become `^J` and tabs `^I`.
    public static func line(_ text: String) -> String {
        if isPlain(text.utf8, newline: false) { return text }
        var out = ""
        for scalar in text.unicodeScalars { append(scalar, to: &out) }
        return out
    }

    private static let tabStop = 8

    private static func append(_ scalar: Unicode.Scalar, to text: inout String) {
        switch scalar.value {
        case 0..<0x20, 0x7F:
            // Caret notation: the key that makes the character with Ctrl. DEL is ^?.
            text.unicodeScalars.append("^")
            text.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) ^ 0x40))
        case 0x80..<0xA0,
            _ where changesLayout(scalar):
            let hex = String(scalar.value, radix: 16, uppercase: true)
            text += "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
        default:
            text.unicodeScalars.append(scalar)
        }
    }

    /// The bidirectional controls (UAX #9, section 2), and the separators that some terminals take for newlines.
    private static func changesLayout(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isBidiControl || scalar == "\u{2028}" || scalar == "\u{2029}"
    }

    private static func isPlain(_ bytes: String.UTF8View, newline: Bool) -> Bool {
        bytes.allSatisfy { (0x20..<0x7F).contains($0) || (newline && $0 == UInt8(ascii: "\n")) }
    }
}
