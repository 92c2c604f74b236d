import LessonKit

/// Turns what a session wants to show into text for a terminal: wrapped, sanitised, with a blank line between things.
///
/// A value: it gives text, and whoever has the terminal writes it.
public struct Screen: Sendable {
    /// Of the terminal, in columns.
    public var width: Int
    public var style: TerminalStyle
    /// Complaints and facts in words are wrapped as well; in a pipe each stays on its line.
    public var isTerminal: Bool

    public init(width: Int, style: TerminalStyle = .plain, isTerminal: Bool = false) {
        self.width = width
        self.style = style
        self.isTerminal = isTerminal
    }

    /// Everything that is shown in answer to one line.
    public func text(_ showings: [Showing]) -> TerminalText {
        TerminalText(styled(showings), colours: style.colours)
    }

    /// A complaint, for standard error or between two prompts.
    ///
    /// - Parameter verbatim: they are a program's own lines.
    public func complaint(_ words: String, verbatim: Bool = false) -> TerminalText {
        let text = StyledText(linesOf: words, .complaint)
        return TerminalText(verbatim ? text : StyledText(sentences(text)), colours: style.colours)
    }

    /// Before the input; the last character is never coloured, as libedit wants it.
    public func prompt(_ words: String) -> TerminalText {
        let body = words.prefix(words.count - words.reversed().prefix(while: \.isWhitespace).count)
        let line = StyledLine([StyledSpan(String(body), .prompt), StyledSpan(String(words.dropFirst(body.count)))])
        return TerminalText(line, colours: style.colours)
    }

    /// The lines of everything shown, with an empty one between two things.
    public func styled(_ showings: [Showing]) -> StyledText {
        let parts = showings.map(lines).filter { !$0.isEmpty }
        return StyledText(Array(parts.joined(separator: [StyledLine()])))
    }

    private func lines(_ showing: Showing) -> [StyledLine] {
        switch showing {
        case .words(let words): wrapped(words)
        case .verdict(let words, let isRight): wrapped(words, isRight ? .right : .wrong)
        case .laidOut(let text): StyledText(linesOf: text).lines
        case .columns(let rows, let indent): columns(rows, indent)
        case .blocks(let blocks): LessonText(width: width, isSpoken: style.isAccessible).styled(blocks).lines
        case .output(let output): StyledText(linesOf: output).lines
        case .sideBySide(let texts): texts.lines(width: width, isSpoken: style.isAccessible)
        case .timeline(let run, let view): timeline(run, view)
        case .comparison(let comparison, let form): self.comparison(comparison, form)
        }
    }

    private func timeline(_ run: TracedRun, _ view: TimelineView) -> [StyledLine] {
        let view = style.isAccessible ? view.spoken : view
        let text = view.styled(run, width: width, glyphs: glyphs)
        return view.isInWords ? sentences(text) : text.lines
    }

    private func comparison(_ comparison: RunComparison, _ form: CompareOptions.Form) -> [StyledLine] {
        guard !style.isAccessible, form != .text else {
            return sentences(StyledText(linesOf: ComparisonSentences(comparison).text))
        }
        return ComparisonDrawing(comparison, width: width, glyphs: glyphs, all: form == .all).styled.lines
    }

    private var glyphs: TimelineGlyphs { style.unicode ? .unicode : .ascii }

    private func wrapped(_ words: String, _ style: TextStyle = []) -> [StyledLine] {
        var words = Sanitizer.text(words)
        // A voice drops at a full stop, and a listener knows that the fact is complete.
        if self.style.isAccessible, words.last.map({ $0.isLetter || $0.isNumber || ")`'".contains($0) }) ?? false {
            words += "."
        }
        return Wrapping(width: width).lines([StyledSpan(words, style)])
    }

    /// On a terminal no word is broken at its edge. Code stays as it is, and so does what marks a place in the line above.
    private func sentences(_ text: StyledText) -> [StyledLine] {
        guard isTerminal else { return text.lines }
        return text.lines.enumerated().flatMap { index, line in
            let below = text.lines.indices.contains(index + 1) ? text.lines[index + 1].plain.trimmingWhitespace : ""
            let indent = line.plain.prefix { $0 == " " }.count
            let isCode = indent > 2 || below.hasPrefix("^") || below.hasPrefix("~")
            guard line.width > min(width, Wrapping.widest), !isCode else { return [line] }
            let words = Wrapping(width: width - indent).lines(line.spans)
            return indent == 0 ? words : words.map { $0.indented(indent) }
        }
    }

    private func columns(_ rows: [[String]], _ indent: Int) -> [StyledLine] {
        let cells = rows.map { $0.map(Sanitizer.line) }
        if style.isAccessible {
            return cells.flatMap { row in wrapped(row.filter { !$0.isEmpty }.joined(separator: ", ")) }
        }
        let count = cells.map(\.count).max() ?? 0
        // The last one is as long as it likes: nothing stands behind it.
        let widths = (0..<max(count - 1, 0)).map { column in
            cells.map { column + 1 < $0.count ? Width.of($0[column]) : 0 }.max() ?? 0
        }
        return cells.flatMap { row in
            let line = row.dropLast().enumerated().map { Columns.padded($1, to: widths[$0]) + "  " }.joined()
            return hanging(String(repeating: " ", count: indent) + line, row.last ?? "")
        }
    }

    /// The text behind its label; where that leaves too little room, below it.
    private func hanging(_ label: String, _ text: String) -> [StyledLine] {
        let indent = Width.of(label)
        if indent + Width.of(text) <= width { return [StyledLine(label + text)] }
        let isWide = width - indent >= 24
        let column = isWide ? indent : 4
        let lines = Wrapping(width: max(width - column, 12)).plain(text).map { StyledLine($0).indented(column) }
        guard isWide else { return [StyledLine("  " + label.trimmingWhitespace)] + lines }
        guard let first = lines.first, !first.isEmpty else { return [StyledLine("  " + label.trimmingWhitespace)] }
        return [StyledLine([StyledSpan(label)] + first.spans.dropFirst())] + lines.dropFirst()
    }
}
