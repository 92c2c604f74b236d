import TutorKit

/// Terminals that know this mode put a mark before and after pasted text, so that its newlines do not enter lines.
enum BracketedPaste {
    static let on = TerminalText.control("\u{1B}[?2004h")
    static let off = TerminalText.control("\u{1B}[?2004l")
    /// The mark before the text, behind its escape character.
    static let startTail = Array("[200~".utf8)
    private static let end = Array("\u{1B}[201~".unicodeScalars)
    /// The longest block that is taken; what is above is dropped.
    private static let limit = 1 << 20

    /// A terminal of kind `TERM` that cannot move its cursor does not know the mode either, and would show it.
    static func isSupported(by kind: String?) -> Bool {
        ![nil, "", "dumb"].contains(kind)
    }

    /// The pasted text, once its start mark was read: to the end mark, with `\n` for each kind of line ending and
    /// without other control characters and those that turn the direction of text, which a terminal would obey when the
    /// line is shown.
    ///
    /// - Parameter next: reads on; nil at the end of the input.
    static func text(from next: () -> Unicode.Scalar?) -> [Unicode.Scalar] {
        var text: [Unicode.Scalar] = []
        var matched = 0
        var last: Unicode.Scalar?
        while let scalar = next() {
            if scalar == end[matched] {
                matched += 1
                if matched == end.count { break }
                continue
            }
            // It only began like the end mark; the escape at its start is a control character.
            text += end[..<matched].dropFirst()
            matched = scalar == end[0] ? 1 : 0
            defer { last = scalar }
            guard text.count < limit, !(scalar == "\n" && last == "\r") else { continue }
            if scalar == "\r" {
                text.append("\n")
            } else if scalar == "\n" || scalar == "\t" || !isObeyed(scalar) {
                text.append(scalar)
            }
        }
        return text
    }

    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
    }
}
