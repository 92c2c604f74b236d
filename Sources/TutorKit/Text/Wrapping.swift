/// Breaks a paragraph into lines at its spaces.
///
///     Wrapping(width: 10).plain("gather waits for all")      // ["gather", "waits for", "all"]
///
/// A word that is too long for a line stands alone and is not cut, so that an address can still be copied.
public struct Wrapping: Sendable {
    /// Lines longer than this are hard to read, however wide the terminal is.
    public static let widest = 88

    private let width: Int

    /// - Parameter width: in columns; at most ``widest`` are used, and at least 1.
    public init(width: Int) {
        self.width = min(max(width, 1), Wrapping.widest)
    }

    public func plain(_ text: String) -> [String] {
        lines([StyledSpan(text)]).map(\.plain)
    }

    /// Spaces and tabs may become line breaks, and several become one. A newline in a span always is a line break.
    /// Code is kept together where it fits on a line at all.
    public func lines(_ spans: [StyledSpan]) -> [StyledLine] {
        paragraphs(spans).flatMap(fill)
    }

    private struct Word {
        var spans: [StyledSpan] = []
        var width = 0

        mutating func append(_ span: StyledSpan) {
            width += span.width
            spans.append(span)
        }
    }

    private func fill(_ words: [Word]) -> [StyledLine] {
        var lines: [StyledLine] = []
        var line: [StyledSpan] = []
        var used = 0
        for word in words {
            if used > 0, used + 1 + word.width > width {
                lines.append(joined(line))
                line = []
                used = 0
            }
            if used > 0 { line.append(space(between: line.last, and: word.spans.first)) }
            line += word.spans
            used += word.width + (used > 0 ? 1 : 0)
        }
        return lines + [joined(line)]
    }

    /// A space inside emphasised words is emphasised; one between two kinds of text is plain.
    private func space(between one: StyledSpan?, and other: StyledSpan?) -> StyledSpan {
        StyledSpan(" ", (one?.style ?? []).intersection(other?.style ?? []).subtracting(.mark))
    }

    private func joined(_ spans: [StyledSpan]) -> StyledLine {
        var line: [StyledSpan] = []
        for span in spans {
            if line.last?.style == span.style {
                line[line.count - 1].text += span.text
            } else {
                line.append(span)
            }
        }
        return StyledLine(line)
    }

    /// The words of each paragraph; there is one more than there are newlines.
    private func paragraphs(_ spans: [StyledSpan]) -> [[Word]] {
        var paragraphs: [[Word]] = [[]]
        var word = Word()
        func endWord() {
            if !word.spans.isEmpty { paragraphs[paragraphs.count - 1].append(word) }
            word = Word()
        }
        for span in spans {
            if span.style.contains(.code), span.width + 2 <= width {
                word.append(span)
                continue
            }
            let ends = span.text.indices.lazy.filter { " \t\n".contains(span.text[$0]) }
            var start = span.text.startIndex
            for end in ends {
                if start < end { word.append(StyledSpan(String(span.text[start..<end]), span.style)) }
                endWord()
                if span.text[end] == "\n" { paragraphs.append([]) }
                start = span.text.index(after: end)
            }
            if start < span.text.endIndex { word.append(StyledSpan(String(span.text[start...]), span.style)) }
        }
        endWord()
        return paragraphs
    }
}
