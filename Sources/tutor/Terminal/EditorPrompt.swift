import TutorKit

/// A prompt with colours as libedit wants it: each escape sequence between two `\u{1}`, so that it counts as no cells.
///
/// libedit keeps an escape sequence together with the character after it and loses one at the very end. Hence white
/// space before a closing sequence is moved behind it, and a space is added where there is none. To move its cursor to
/// the right it writes characters again, from anywhere in the prompt, so each coloured one carries its colour.
///
/// What libedit is given does not pass through `TerminalOutput`: here, too, only the sequences of `Theme` are let through.
struct EditorPrompt: Equatable {
    static let marker: Unicode.Scalar = "\u{1}"

    /// All lines but the last, without colours; libedit draws one only.
    let above: TerminalText
    /// The last line for libedit.
    let marked: String
    /// The last line without escape sequences.
    let visible: String

    /// - Parameter colours: whether the terminal knows escape sequences; without, they are left out.
    init(_ text: String, colours: Bool) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let parts = Self.parts(of: lines.last ?? "")
        above = TerminalText(lines.dropLast().map { Self.visible(Self.parts(of: $0)) + "\n" }.joined())

        guard colours, parts.contains(where: \.isEscape) else {
            visible = Self.visible(parts)
            marked = visible
            return
        }
        let ended = Self.endingVisibly(parts)
        visible = Self.visible(ended)
        marked = Self.marked(ended)
    }

    private struct Part {
        var text: String
        var isEscape: Bool

        var isReset: Bool { text == Theme.reset }
    }

    private static func visible(_ parts: [Part]) -> String {
        parts.filter { !$0.isEscape }.map(\.text).joined()
    }

    private static func marked(_ parts: [Part]) -> String {
        var marked = String.UnicodeScalarView()
        /// What is in force since the last reset, and the reset itself if it comes before the next character.
        var (colours, reset) = ("", "")
        for part in parts {
            if part.isReset {
                (colours, reset) = ("", part.text)
            } else if part.isEscape {
                colours += part.text
            } else {
                for scalar in part.text.unicodeScalars {
                    let escape = (reset + colours).unicodeScalars
                    marked += escape.isEmpty ? escape : [marker] + escape + [marker]
                    marked.append(scalar)
                    reset = ""
                }
            }
        }
        return String(marked)
    }

    private static func endingVisibly(_ parts: [Part]) -> [Part] {
        guard let last = parts.lastIndex(where: { !$0.isEscape }) else {
            return parts + [Part(text: " ", isEscape: false)]
        }
        guard last < parts.endIndex - 1 else { return parts }
        let text = parts[last].text
        let body = text.prefix(text.count - text.reversed().prefix(while: \.isWhitespace).count)
        let space = body.count < text.count ? String(text.dropFirst(body.count)) : " "
        var moved = parts
        moved[last].text = String(body)
        return moved.filter { !$0.text.isEmpty } + [Part(text: space, isEscape: false)]
    }

    /// Our own sequences and the text between them. Other Control Sequence Introducer sequences (ECMA-48, section 5.4) and
    /// control characters are dropped.
    private static func parts(of line: Substring) -> [Part] {
        var parts: [Part] = []
        var rest = line.unicodeScalars
        while let first = rest.first {
            if first == "\u{1B}", rest.dropFirst().first == "[" {
                let body = rest.dropFirst(2)
                let final = body.firstIndex { (0x40...0x7E).contains($0.value) }
                let end = final.map(body.index(after:)) ?? body.endIndex
                let sequence = String(rest[..<end])
                if Theme.sequences.contains(sequence) { parts.append(Part(text: sequence, isEscape: true)) }
                rest = rest[end...]
            } else {
                let end = rest.dropFirst().firstIndex(of: "\u{1B}") ?? rest.endIndex
                let text = rest[..<end].filter {
                    $0.properties.generalCategory != .control && !$0.properties.isBidiControl
                }
                if !text.isEmpty { parts.append(Part(text: String(String.UnicodeScalarView(text)), isEscape: false)) }
                rest = rest[end...]
            }
        }
        return parts
    }
}
