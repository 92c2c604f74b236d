// The classes of characters that CommonMark speaks of.
extension Unicode.Scalar {
    var isSpaceOrTab: Bool { self == " " || self == "\t" }

    /// Space, tab or line break.
    var isASCIIWhitespace: Bool { isSpaceOrTab || self == "\n" || self == "\r" }

    /// C0, DEL and C1.
    var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }

    var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }

    var isASCIIDigit: Bool { ("0"..."9").contains(self) }

    var isASCIIPunctuation: Bool {
        isASCII && value > 0x20 && value < 0x7F && !isASCIILetter && !isASCIIDigit
    }

    var isUnicodeWhitespace: Bool {
        isASCIIWhitespace || self == "\u{0C}" || properties.generalCategory == .spaceSeparator
    }

    /// ASCII punctuation, or of one of Unicode's P categories, as cmark-gfm 0.29 has it.
    var isUnicodePunctuation: Bool {
        if isASCII { return isASCIIPunctuation }
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            return true
        default: return false
        }
    }
}

extension Sequence where Element == Unicode.Scalar {
    /// The scalars as text.
    var string: String {
        String(String.UnicodeScalarView(self))
    }
}

extension String.UnicodeScalarView {
    /// `append(contentsOf:)` copies what is there already, each time; this does not, so that growing a text by pieces
    /// takes time linear in the text.
    mutating func add(_ scalars: some Sequence<Unicode.Scalar>) {
        for scalar in scalars { append(scalar) }
    }
}

extension BidirectionalCollection where Element == Unicode.Scalar, SubSequence: BidirectionalCollection {
    /// Without spaces and tabs at both ends.
    var trimmed: SubSequence {
        var rest = drop(while: \.isSpaceOrTab)
        while let last = rest.last, last.isSpaceOrTab { rest = rest.dropLast() }
        return rest
    }
}
