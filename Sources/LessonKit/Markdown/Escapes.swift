/// Backslash escapes and character references.
enum Escapes {
    /// The text with both resolved: what a destination, a title or an info string means.
    static func resolved(_ text: ArraySlice<Unicode.Scalar>) -> String {
        var out = String.UnicodeScalarView()
        var at = text.startIndex
        while at < text.endIndex {
            if text[at] == "\\", at + 1 < text.endIndex, text[at + 1].isASCIIPunctuation {
                out.append(text[at + 1])
                at += 2
            } else if text[at] == "&", case .known(let character, let length) = Entity(text, at: at) {
                out.add(character.unicodeScalars)
                at += length
            } else {
                out.append(text[at])
                at += 1
            }
        }
        return String(out)
    }
}

/// `&lt;`, `&#60;` or `&#x3C;`.
enum Entity {
    case known(String, length: Int)
    /// Looks like a reference, but the dialect does not know the name.
    case unknown(String)
    case none

    init(_ text: ArraySlice<Unicode.Scalar>, at start: Int) {
        // No name in the table, and no number, is longer.
        let window = text[start...].prefix(34).dropFirst()
        guard let end = window.firstIndex(of: ";") else {
            self = .none
            return
        }
        let name = window[..<end]
        let length = end + 1 - start
        if name.first == "#" {
            let isHex = name.dropFirst().first == "x" || name.dropFirst().first == "X"
            let digits = name.dropFirst(isHex ? 2 : 1).string
            let isNumber = digits.unicodeScalars.allSatisfy { isHex ? $0.properties.isASCIIHexDigit : $0.isASCIIDigit }
            guard isNumber, (1...(isHex ? 6 : 7)).contains(digits.count),
                let value = UInt32(digits, radix: isHex ? 16 : 10)
            else {
                self = .none
                return
            }
            let scalar = value == 0 ? nil : Unicode.Scalar(value)
            self = .known(String(scalar ?? "\u{FFFD}"), length: length)
        } else if name.first?.isASCIILetter == true, name.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit }) {
            let name = name.string
            self = Self.names[name].map { .known($0, length: length) } ?? .unknown(name)
        } else {
            self = .none
        }
    }

    static let sortedNames = names.keys.sorted()

    /// A part of HTML's table: the ones that people write.
    static let names: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "copy": "©", "reg": "®",
        "trade": "™", "hellip": "…", "mdash": "—", "ndash": "–", "lsquo": "‘", "rsquo": "’", "ldquo": "“",
        "rdquo": "”", "laquo": "«", "raquo": "»", "larr": "←", "rarr": "→", "uarr": "↑", "darr": "↓", "harr": "↔",
        "times": "×", "divide": "÷", "deg": "°", "plusmn": "±", "middot": "·", "bull": "•", "le": "≤", "ge": "≥",
        "ne": "≠", "infin": "∞", "sum": "∑", "sect": "§", "para": "¶", "micro": "µ", "auml": "ä", "ouml": "ö",
        "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è", "agrave": "à",
        "ccedil": "ç", "ntilde": "ñ",
    ]
}
