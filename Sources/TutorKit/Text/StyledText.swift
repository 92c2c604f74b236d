/// Text for a terminal that knows what each piece of it is, so that one place can turn that into colours, or into none.
public struct StyledText: Sendable, Equatable {
    public var lines: [StyledLine]

    public init(_ lines: [StyledLine] = []) {
        self.lines = lines
    }

    /// Lines of anybody's text, sanitised. A newline at the very end closes the last line.
    public init(linesOf text: String, _ style: TextStyle = []) {
        var lines = Sanitizer.text(text).split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty ?? false { lines.removeLast() }
        self.lines = lines.map { StyledLine(String($0), style) }
    }

    public var isEmpty: Bool { lines.isEmpty }

    /// Without any style; each line closed by a newline. Loses nothing: what a style says, a mark in the text says too.
    public var plain: String { lines.map { $0.plain + "\n" }.joined() }
}

public struct StyledLine: Sendable, Equatable {
    public var spans: [StyledSpan]

    public init(_ spans: [StyledSpan] = []) {
        self.spans = spans
    }

    public init(_ text: String, _ style: TextStyle = []) {
        spans = text.isEmpty ? [] : [StyledSpan(text, style)]
    }

    public var plain: String { spans.map(\.text).joined() }

    /// In columns.
    public var width: Int { spans.reduce(0) { $0 + $1.width } }

    public var isEmpty: Bool { spans.isEmpty }
}

/// A piece of one line. Whoever lays it out sanitises it first, because that changes its width; ``TerminalText`` makes sure.
public struct StyledSpan: Sendable, Equatable {
    public var text: String
    public var style: TextStyle

    public init(_ text: String, _ style: TextStyle = []) {
        self.text = text
        self.style = style
    }

    public var width: Int { Width.of(text) }
}

/// What a piece of text is; several at once where one is inside another.
public struct TextStyle: OptionSet, Sendable, Hashable {
    public let rawValue: Int

    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    public static let heading = TextStyle(rawValue: 1 << 0)
    public static let strong = TextStyle(rawValue: 1 << 1)
    public static let emphasis = TextStyle(rawValue: 1 << 2)
    public static let code = TextStyle(rawValue: 1 << 3)
    public static let link = TextStyle(rawValue: 1 << 4)
    public static let quote = TextStyle(rawValue: 1 << 5)
    /// Not part of the words: a bullet, a backquote, the number of a link, the line under a heading.
    public static let mark = TextStyle(rawValue: 1 << 6)

    // Parts of a program.
    public static let keyword = TextStyle(rawValue: 1 << 7)
    public static let string = TextStyle(rawValue: 1 << 8)
    public static let number = TextStyle(rawValue: 1 << 9)
    public static let typeName = TextStyle(rawValue: 1 << 10)
    public static let comment = TextStyle(rawValue: 1 << 11)

    // The tutor's own words.
    public static let right = TextStyle(rawValue: 1 << 12)
    public static let wrong = TextStyle(rawValue: 1 << 13)
    public static let complaint = TextStyle(rawValue: 1 << 14)
    public static let prompt = TextStyle(rawValue: 1 << 15)
}

extension StyledLine {
    /// Without the blanks at its end.
    var trimmed: StyledLine {
        var spans = spans
        while let last = spans.last {
            let text = String(last.text.reversed().drop { $0 == " " }.reversed())
            guard text.isEmpty else {
                spans[spans.count - 1].text = text
                break
            }
            spans.removeLast()
        }
        return StyledLine(spans)
    }
}
