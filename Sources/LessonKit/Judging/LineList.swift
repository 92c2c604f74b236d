/// The lines that a learner typed, perhaps on one line.
///
/// Between lines stands a newline, `/`, ` / `, `;`, a comma or, last, a space: the first of these that the answer has,
/// provided that no printed line has it too (between quotes or brackets it does not count, on either side).
enum LineList: Equatable {
    case lines([String])
    /// Commas in the answer may be between lines or within them.
    case ambiguous

    init(_ answer: String, printed: [String]) {
        let text = Array(answer.unicodeScalars)
        if text.contains(where: \.isNewline) {
            self = .lines(Self.cleaned(text.split(whereSeparator: \.isNewline)))
            return
        }
        // One printed line can only be answered by one line, whatever is in it.
        for separator in [Separator.tightSlash, .slash, .semicolon, .comma]
        where printed.count > 1 || ![.tightSlash, .comma].contains(separator) {
            let parts = separator.split(text)
            guard parts.count > 1 else { continue }
            let isPrinted = printed.contains { separator.split(Array($0.unicodeScalars)).count > 1 }
            if !isPrinted {
                self = .lines(Self.cleaned(parts))
                return
            }
            if separator == .comma {
                self = .ambiguous
                return
            }
        }
        let words = text.split(whereSeparator: \.isUnicodeWhitespace)
        let isOneWordEach =
            printed.count > 1 && !printed.contains { $0.unicodeScalars.contains(where: \.isUnicodeWhitespace) }
        self = .lines(Self.cleaned(isOneWordEach ? words : [text[...]]))
    }

    private static func cleaned(_ parts: [ArraySlice<Unicode.Scalar>]) -> [String] {
        parts.map { part in
            var rest = part.drop(while: \.isUnicodeWhitespace)
            while let last = rest.last, last.isUnicodeWhitespace { rest = rest.dropLast() }
            return rest.string
        }.filter { !$0.isEmpty }
    }

    private enum Separator {
        case tightSlash, slash, semicolon, comma

        func split(_ text: [Unicode.Scalar]) -> [ArraySlice<Unicode.Scalar>] {
            var parts: [ArraySlice<Unicode.Scalar>] = []
            var start = 0
            var nesting = Nesting(text)
            for at in text.indices where nesting.isOutside(at) && isHere(text, at) {
                parts.append(text[start..<at])
                start = at + 1
            }
            return parts + [text[start...]]
        }

        private func isHere(_ text: [Unicode.Scalar], _ at: Int) -> Bool {
            switch self {
            case .semicolon: text[at] == ";"
            case .comma: text[at] == ","
            case .tightSlash: text[at] == "/"
            case .slash:
                text[at] == "/" && at > 0 && text[at - 1].isUnicodeWhitespace
                    && at + 1 < text.count && text[at + 1].isUnicodeWhitespace
            }
        }
    }

    /// Follows quotes and brackets from left to right. Those that are never closed do not count.
    private struct Nesting {
        private let text: [Unicode.Scalar]
        private let lastOf: [Unicode.Scalar: Int]
        private var depth = 0
        private var quote: Unicode.Scalar?

        init(_ text: [Unicode.Scalar]) {
            self.text = text
            var lastOf: [Unicode.Scalar: Int] = [:]
            for (index, scalar) in text.enumerated() where "\"'`])}".unicodeScalars.contains(scalar) {
                lastOf[scalar] = index
            }
            self.lastOf = lastOf
        }

        private static let closing: [Unicode.Scalar: Unicode.Scalar] = ["[": "]", "(": ")", "{": "}"]

        /// To be asked for each index once, in order.
        mutating func isOutside(_ at: Int) -> Bool {
            let scalar = text[at]
            if let open = quote {
                if scalar == open { quote = nil }
                return false
            }
            switch scalar {
            case "\"", "'", "`":
                // An apostrophe stands behind a letter; a quote does not.
                let isBehindWord = at > 0 && (text[at - 1].properties.isAlphabetic || text[at - 1].isASCIIDigit)
                if !isBehindWord, let last = lastOf[scalar], last > at { quote = scalar }
            case "[", "(", "{":
                if let closing = Self.closing[scalar], let last = lastOf[closing], last > at { depth += 1 }
            case "]", ")", "}": depth = max(0, depth - 1)
            default: break
            }
            return quote == nil && depth == 0
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isNewline: Bool { self == "\n" || self == "\r" || self == "\u{2028}" || self == "\u{2029}" }
}
