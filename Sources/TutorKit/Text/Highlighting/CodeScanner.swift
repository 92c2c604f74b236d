/// Walks through a source once and cuts it into tokens; whatever it is asked, no character is lost or doubled.
struct CodeScanner {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    /// Where the token that is being read begins.
    private var start = 0
    private(set) var tokens: [CodeToken] = []

    init(_ source: String) {
        scalars = Array(source.unicodeScalars)
    }

    var isAtEnd: Bool { position == scalars.count }

    /// Nil before the beginning and behind the end.
    func peek(_ offset: Int = 0) -> Unicode.Scalar? {
        scalars.indices.contains(position + offset) ? scalars[position + offset] : nil
    }

    /// Whether this is what comes next.
    func sees(_ text: String) -> Bool {
        var index = position
        for scalar in text.unicodeScalars {
            guard index < scalars.count, scalars[index] == scalar else { return false }
            index += 1
        }
        return true
    }

    mutating func skip(_ count: Int = 1) {
        position = min(position + count, scalars.count)
    }

    mutating func skip(while condition: (Unicode.Scalar) -> Bool) {
        while position < scalars.count, condition(scalars[position]) { position += 1 }
    }

    /// What was skipped since the last token.
    var pending: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<position])
        return String(view)
    }

    /// Makes a token of what was skipped, if anything was.
    mutating func end(_ kind: CodeToken.Kind) {
        guard start < position else { return }
        let text = pending
        start = position
        if tokens.last?.kind == kind, kind != .comment {
            tokens[tokens.count - 1].text += text
        } else {
            tokens.append(CodeToken(kind: kind, text: text))
        }
    }

    /// Digits with what belongs to them: `0x1F`, `1_000`, `2.5e-3`. A method called on a number does not.
    mutating func skipNumber() {
        skip()
        while let next = peek() {
            let isFraction = next == "." && (peek(1).map { ("0"..."9").contains($0) } ?? false)
            let isSign = (next == "-" || next == "+") && (peek(-1) == "e" || peek(-1) == "E") && isAfterDigits
            guard next.isWordPart || isFraction || isSign else { return }
            skip()
        }
    }

    /// Whether the `e` before this place is an exponent's and not a digit of `0xFE`.
    private var isAfterDigits: Bool {
        !(start + 1 < scalars.count && (scalars[start + 1] == "x" || scalars[start + 1] == "X"))
    }
}

extension Unicode.Scalar {
    /// May stand in the name of something.
    var isWordPart: Bool { isWordStart || properties.numericType == .decimal || properties.isXIDContinue }

    var isWordStart: Bool { self == "_" || properties.isXIDStart }

    var isDigit: Bool { ("0"..."9").contains(self) }
}
