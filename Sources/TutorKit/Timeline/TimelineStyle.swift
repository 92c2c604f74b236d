/// How timelines are drawn on the terminal at hand.
///
///     TimelineDrawing(timeline, width: 80, style: TimelineStyle(glyphs: .unicode, colours: true)).shown
public struct TimelineStyle: Sendable, Equatable {
    public var glyphs: TimelineGlyphs
    /// Colours repeat what the signs and the words say, so nothing is lost without them.
    public var colours: Bool

    public init(glyphs: TimelineGlyphs, colours: Bool = false) {
        self.glyphs = glyphs
        self.colours = colours
    }

    /// For pipes, files and golden tests.
    public static let plain = TimelineStyle(glyphs: .ascii)

    /// Lines, each closed by a newline, with colours if the terminal has them.
    public func text(_ text: StyledText) -> String {
        guard colours else { return text.plain }
        return text.lines.map { line in
            line.spans.map { span in
                span.style.timelineColour.map { "\u{1B}[\($0)m\(span.text)\u{1B}[0m" } ?? span.text
            }.joined() + "\n"
        }.joined()
    }
}
