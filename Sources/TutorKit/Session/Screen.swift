import LessonKit

/// Turns what a session wants to show into text for a terminal: wrapped, sanitised, with a blank line between things.
///
/// A value: it gives text, and whoever has the terminal writes it.
public struct Screen: Sendable {
    /// Of the terminal, in columns.
    public var width: Int

    public init(width: Int) { self.width = width }

    /// The text of everything shown in answer to one line, each paragraph closed by a newline.
    public func text(_ showings: [Showing]) -> String {
        showings.map(text).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func text(_ showing: Showing) -> String {
        switch showing {
        case .words(let words): wrapped(words)
        case .laidOut(let text): closed(Sanitizer.text(text))
        case .blocks(let blocks): closed(LessonText(width: width).styled(blocks).plain)
        case .output(let output): closed(Sanitizer.text(output))
        case .sideBySide(let texts): texts.text(width: width)
        case .timeline(let timeline): TimelineDrawing(timeline, width: width).text
        }
    }

    /// A complaint, for standard error or between two prompts.
    public func complaint(_ words: String) -> String {
        words.split(separator: "\n", omittingEmptySubsequences: false).map { closed(Sanitizer.text(String($0))) }
            .joined()
    }

    private func wrapped(_ words: String) -> String {
        Wrapping(width: width).plain(Sanitizer.text(words)).map { $0 + "\n" }.joined()
    }

    private func closed(_ text: String) -> String {
        text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
    }
}
