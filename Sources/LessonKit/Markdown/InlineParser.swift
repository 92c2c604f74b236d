/// Cuts text into inlines: the algorithm of CommonMark's appendix, in time linear in the text.
///
/// One pass collects pieces; brackets and runs of `*` or `_` are remembered until something closes them.
struct InlineParser {
    let source: InlineSource
    let text: [Unicode.Scalar]
    let definitions: [String: LinkDefinition]
    private(set) var diagnostics: [Diagnostic] = []

    /// The next scalar to be read.
    var at = 0
    var pieces: [Piece] = []
    var runs: [DelimiterRun] = []
    /// The runs that have not been matched yet, as indices in `runs`.
    var pending: [Int] = []
    var brackets: [Bracket] = []
    /// Reported once a text, however deep it is.
    var didReportBrackets = false
    var didReportEmphasis = false
    private lazy var backticks = BacktickRuns(text)

    enum Piece {
        case text(Range<Int>)
        case inline(Inline)
        /// An index in `runs`.
        case run(Int)
    }

    struct Bracket {
        /// The piece that is the bracket itself.
        let piece: Int
        /// Where the bracket stands.
        let start: Int
        /// What follows the bracket.
        let contentStart: Int
        let isImage: Bool
        /// How many runs were pending when it opened.
        let pending: Int
        /// False once a link was found inside: links hold no links.
        var isActive = true
        var holdsBracket = false
    }

    init(_ source: InlineSource, definitions: [String: LinkDefinition]) {
        self.source = source
        text = source.text
        self.definitions = definitions
    }

    mutating func parse() -> [Inline] {
        while at < text.count { step() }
        return build(fromPiece: 0, pending: 0)
    }

    mutating func report(at offset: Int, _ message: String) {
        diagnostics.append(Diagnostic(at: source.position(at: offset), message))
    }

    /// A clause for a message. After many reports none is looked for, as nobody reads so far.
    func suggestion(for name: String, among names: @autoclosure () -> [String]) -> String {
        diagnostics.count < 50 ? Suggestion.clause(for: name, among: names()) : ""
    }

    /// Takes `count` scalars as they stand.
    mutating func takeText(_ count: Int = 1) {
        if case .text(let range)? = pieces.last, range.upperBound == at {
            pieces[pieces.count - 1] = .text(range.lowerBound..<(at + count))
        } else {
            pieces.append(.text(at..<(at + count)))
        }
        at += count
    }

    private mutating func step() {
        switch text[at] {
        case "\n": takeLineBreak(isHard: false)
        case "\\": takeEscape()
        case "`": takeCode()
        case "*", "_": takeRun()
        case "[": openBracket(isImage: false)
        case "!" where at + 1 < text.count && text[at + 1] == "[": openBracket(isImage: true)
        case "]": closeBracket()
        case "<": takeAngle()
        case "&": takeEntity()
        default: takeText()
        }
    }

    private mutating func takeLineBreak(isHard: Bool) {
        var isHard = isHard
        // Spaces at the end of a line are no text; two of them keep the break.
        if case .text(let range)? = pieces.last, range.upperBound == at {
            let kept = text[range].trimmedBack
            if text[kept.endIndex..<at].filter({ $0 == " " }).count >= 2 { isHard = true }
            pieces[pieces.count - 1] = .text(range.lowerBound..<kept.endIndex)
        }
        pieces.append(.inline(isHard ? .hardBreak : .softBreak))
        at += 1
    }

    private mutating func takeEscape() {
        guard at + 1 < text.count else { return takeText() }
        if text[at + 1] == "\n" {
            at += 1
            takeLineBreak(isHard: true)
        } else if text[at + 1].isASCIIPunctuation {
            at += 1
            takeText()
        } else {
            takeText()
        }
    }

    private mutating func takeCode() {
        let length = text[at...].prefix { $0 == "`" }.count
        guard let close = backticks.next(length: length, from: at + length) else {
            let marks = text[at..<(at + min(length, 10))].string
            report(at: at, "code begun by '\(marks)' is never ended; write '\\`' for the character")
            return takeText(length)
        }
        var content = text[(at + length)..<close].map { $0 == "\n" ? " " : $0 }[...]
        if content.count >= 2, content.first == " ", content.last == " ", content.contains(where: { $0 != " " }) {
            content = content.dropFirst().dropLast()
        }
        pieces.append(.inline(.code(content.string)))
        at = close + length
    }

    private mutating func takeEntity() {
        switch Entity(text[...], at: at) {
        case .known(let character, let length):
            pieces.append(.inline(.text(character)))
            at += length
        case .unknown(let name):
            report(
                at: at,
                "unknown entity '&\(name);'\(suggestion(for: name, among: Entity.sortedNames)) "
                    + "Write the character itself, or '&amp;' for '&'"
            )
            takeText()
        case .none: takeText()
        }
    }

    // MARK: Autolinks and tags

    private mutating func takeAngle() {
        if let link = autolink() {
            pieces.append(.inline(link.inline))
            at += link.length
        } else if let tag = HTMLTag(in: text, at: at) {
            let shown = text[at..<(at + tag.length)].string
            if HTMLTag.textNames.contains(tag.name) {
                pieces.append(.inline(.html(Inline.HTML(shown, at: source.position(at: at)))))
                at += tag.length
            } else {
                let name = shown.count <= 40 ? shown : "<\(tag.name.prefix(30))…"
                report(
                    at: at,
                    "'\(name)' is read as an HTML tag; write it as code, '`\(name)`', or '\\<' for the character"
                )
                takeText()
            }
        } else {
            if at + 1 < text.count, text[at + 1] == "!" || text[at + 1] == "?" {
                let mark = text[at...(at + 1)].string
                report(
                    at: at,
                    text[at...].starts(with: "<!--".unicodeScalars)
                        ? "a comment inside text; put it on a line of its own"
                        : "'\(mark)' is read as HTML; write '\\\(mark)'"
                )
            }
            takeText()
        }
    }

    /// `<https://example.org>` or `<someone@example.org>`.
    private func autolink() -> (inline: Inline, length: Int)? {
        var end = at + 1
        var colon: Int?
        while end < text.count, text[end] != ">" {
            if text[end] == "<" || text[end].isControl || text[end] == " " { return nil }
            if text[end] == ":", colon == nil { colon = end }
            end += 1
        }
        guard end < text.count else { return nil }
        let address = text[(at + 1)..<end]
        var destination = address.string
        if let colon, Self.isScheme(text[(at + 1)..<colon]) {
        } else if Self.isEmail(address) {
            destination = "mailto:" + destination
        } else {
            return nil
        }
        let link = Inline.Link(
            children: [.text(address.string)],
            destination: destination,
            title: nil,
            at: source.position(at: at)
        )
        return (.link(link), end + 1 - at)
    }

    private static func isScheme(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        (2...32).contains(text.count) && text.first?.isASCIILetter == true
            && text.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == "+" || $0 == "." || $0 == "-" }
    }

    private static func isEmail(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let user = parts.first, let host = parts.last, !user.isEmpty else { return false }
        let isUser = user.allSatisfy {
            $0.isASCIILetter || $0.isASCIIDigit || ".!#$%&'*+/=?^_`{|}~-".unicodeScalars.contains($0)
        }
        return isUser
            && host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
                (1...63).contains(label.count) && label.first != "-" && label.last != "-"
                    && label.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == "-" }
            }
    }
}

extension ArraySlice<Unicode.Scalar> {
    /// Without spaces and tabs at the end.
    var trimmedBack: ArraySlice<Unicode.Scalar> {
        var rest = self
        while let last = rest.last, last.isSpaceOrTab { rest.removeLast() }
        return rest
    }
}

/// Where the runs of backticks of each length are, so that a span's end is found without reading on to the end.
struct BacktickRuns {
    private var starts: [Int: [Int]] = [:]

    init(_ text: [Unicode.Scalar]) {
        var at = 0
        while at < text.count {
            guard text[at] == "`" else {
                at += 1
                continue
            }
            let start = at
            while at < text.count, text[at] == "`" { at += 1 }
            starts[at - start, default: []].append(start)
        }
    }

    /// The first run of exactly this length that begins at `start` or behind it.
    func next(length: Int, from start: Int) -> Int? {
        guard let starts = starts[length] else { return nil }
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < start { low = middle + 1 } else { high = middle }
        }
        return low < starts.count ? starts[low] : nil
    }
}
