/// What may be written to a terminal: nothing in it moves the cursor, rings, hides or turns text around.
///
///     try output.write("\(path): there is no such file\n")
///
/// Whatever it is made of is sanitised on the way in, an interpolated string too, so that nobody has to remember it.
/// The only escape sequences that can be in it are those of ``Theme`` and of ``control(_:)``, which takes no text that is
/// not in our own source.
public struct TerminalText: Sendable, Equatable {
    /// As it is sent to the terminal.
    public let text: String

    /// Text of anybody: see ``Sanitizer/text(_:)``.
    public init(_ text: String) {
        self.text = Sanitizer.text(text)
    }

    /// Lines, each closed by a newline.
    ///
    /// - Parameter colours: whether styles become colours; without, they leave no trace.
    public init(_ styled: StyledText, colours: Bool) {
        text = styled.lines.map { TerminalText.rendered($0, colours: colours) + "\n" }.joined()
    }

    /// A line without a newline.
    public init(_ line: StyledLine, colours: Bool) {
        text = TerminalText.rendered(line, colours: colours)
    }

    /// A sequence that moves the cursor or switches a mode, for whoever draws.
    public static func control(_ sequence: StaticString) -> TerminalText {
        TerminalText(safe: "\(sequence)")
    }

    /// The same with a number in it: `control("\u{1B}[", 5, "C")`.
    public static func control(_ start: StaticString, _ number: Int, _ end: StaticString) -> TerminalText {
        TerminalText(safe: "\(start)\(number)\(end)")
    }

    public static let empty = TerminalText(safe: "")

    public var isEmpty: Bool { text.isEmpty }

    public static func + (one: TerminalText, other: TerminalText) -> TerminalText {
        TerminalText(safe: one.text + other.text)
    }

    private init(safe: String) {
        text = safe
    }

    /// Each span is sanitised here once more, so that a style cannot smuggle anything in. Sanitising twice changes
    /// nothing.
    private static func rendered(_ line: StyledLine, colours: Bool) -> String {
        line.spans.map { span in
            let text = Sanitizer.line(span.text)
            guard colours, !text.isEmpty, let sequence = Theme.sequence(for: span.style) else { return text }
            return sequence + text + Theme.reset
        }.joined()
    }
}

extension TerminalText: ExpressibleByStringInterpolation {
    public init(stringLiteral text: String) {
        self.init(text)
    }
}

extension TerminalText: CustomStringConvertible {
    public var description: String { text }
}
