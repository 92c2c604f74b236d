/// What the first characters of a line begin, when no paragraph, fence or comment is under way.
enum BlockStart {
    case heading(level: Int)
    /// `##Heading`, which CommonMark takes for text.
    case unspacedHeading
    case fence(Fence)
    case quote
    case thematicBreak
    case listItem(ListMarker)
    case html(HTMLStart)
    /// Four spaces or more: code, if it does not continue a paragraph.
    case indented
    case text

    init(_ line: Line) {
        let rest = line.trimmedFront
        guard let first = rest.first else {
            self = .text
            return
        }
        if rest.startIndex - line.text.startIndex >= 4 {
            self = .indented
            return
        }
        switch first {
        case ">": self = .quote
        case "#": self = Self.heading(rest)
        case "`", "~": self = Fence(rest, indent: line.indent).map(BlockStart.fence) ?? .text
        case "<": self = HTMLStart(rest).map(BlockStart.html) ?? .text
        case _ where Self.isThematicBreak(rest): self = .thematicBreak
        default: self = ListMarker(rest, indent: line.indent).map(BlockStart.listItem) ?? .text
        }
    }

    /// Whether a line that begins so ends a paragraph above it without a blank line between.
    var interruptsParagraph: Bool {
        switch self {
        case .heading, .fence, .quote, .thematicBreak: true
        case .listItem(let marker): !marker.isEmpty && (marker.start ?? 1) == 1
        case .html(let start): start.interruptsParagraph
        case .unspacedHeading, .indented, .text: false
        }
    }

    var isText: Bool {
        switch self {
        case .text, .indented, .unspacedHeading: true
        default: false
        }
    }

    private static func heading(_ rest: ArraySlice<Unicode.Scalar>) -> BlockStart {
        let level = rest.prefix { $0 == "#" }.count
        guard level <= 6 else { return .text }
        guard let next = rest.dropFirst(level).first else { return .heading(level: level) }
        return next.isSpaceOrTab ? .heading(level: level) : .unspacedHeading
    }

    private static func isThematicBreak(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let mark = rest.first, mark == "*" || mark == "-" || mark == "_" else { return false }
        var count = 0
        for scalar in rest {
            if scalar == mark { count += 1 } else if !scalar.isSpaceOrTab { return false }
        }
        return count >= 3
    }
}

/// The opening line of fenced code.
struct Fence {
    let mark: Unicode.Scalar
    let length: Int
    /// Code lines lose up to as many spaces as stand before the fence.
    let indent: Int
    let info: ArraySlice<Unicode.Scalar>

    init?(_ rest: ArraySlice<Unicode.Scalar>, indent: Int) {
        guard let mark = rest.first else { return nil }
        length = rest.prefix { $0 == mark }.count
        info = rest.dropFirst(length).trimmed
        guard length >= 3, mark == "~" || !info.contains("`") else { return nil }
        self.mark = mark
        self.indent = indent
    }

    func isClosed(by line: Line) -> Bool {
        let rest = line.trimmedFront
        guard line.indent < 4, rest.first == mark else { return false }
        let count = rest.prefix { $0 == mark }.count
        return count >= length && rest.dropFirst(count).allSatisfy(\.isSpaceOrTab)
    }
}

/// `- ` or `12. `.
struct ListMarker {
    /// `-`, `*`, `+`, `.` or `)`: a different one begins a new list.
    let mark: Unicode.Scalar
    /// The number of an ordered item; nil for a bullet.
    let start: Int?
    /// How far the item's content is indented, counted from where the line begins.
    let contentIndent: Int
    let isEmpty: Bool

    init?(_ rest: ArraySlice<Unicode.Scalar>, indent: Int) {
        let digits = rest.prefix(10).prefix(while: \.isASCIIDigit)
        let afterDigits = rest.dropFirst(digits.count)
        guard let mark = afterDigits.first else { return nil }
        if digits.isEmpty {
            guard mark == "-" || mark == "*" || mark == "+" else { return nil }
            start = nil
        } else {
            guard digits.count <= 9, mark == "." || mark == ")" else { return nil }
            start = Int(digits.string)
        }
        let after = afterDigits.dropFirst()
        guard after.first?.isSpaceOrTab ?? true else { return nil }
        self.mark = mark
        isEmpty = after.allSatisfy(\.isSpaceOrTab)
        let spaces = after.prefix(while: \.isSpaceOrTab).count
        // Five spaces or more are one, followed by indented code.
        contentIndent = indent + digits.count + 1 + (isEmpty || spaces > 4 ? 1 : spaces)
    }

    func continues(_ other: ListMarker) -> Bool {
        mark == other.mark && (start == nil) == (other.start == nil)
    }
}

/// A line that CommonMark takes for the beginning of an HTML block.
enum HTMLStart {
    case comment
    /// `<details>`, `<summary>` or their ends; the block ends before a blank line.
    case details
    /// Any other; the word is what the line begins with.
    case unsupported(String, interruptsParagraph: Bool)

    init?(_ rest: ArraySlice<Unicode.Scalar>) {
        let after = rest.dropFirst()
        switch after.first {
        case "!":
            if after.starts(with: "!--".unicodeScalars) {
                self = .comment
            } else if let next = after.dropFirst().first, next == "[" || next.isASCIILetter {
                self = .unsupported("<!", interruptsParagraph: true)
            } else {
                return nil
            }
        case "?": self = .unsupported("<?", interruptsParagraph: true)
        default:
            let isEnd = after.first == "/"
            let name = after.dropFirst(isEnd ? 1 : 0).prefix { $0.isASCIILetter || $0.isASCIIDigit }
            guard name.first?.isASCIILetter == true else { return nil }
            let tag = name.string.lowercased()
            let next = rest[name.endIndex...]
            let endsName = next.isEmpty || next.first?.isSpaceOrTab == true || next.first == ">"
            if endsName || next.starts(with: "/>".unicodeScalars), HTMLTag.blockNames.contains(tag) {
                self =
                    tag == "details" || tag == "summary"
                    ? .details : .unsupported("<\(isEnd ? "/" : "")\(tag)>", interruptsParagraph: true)
            } else if let tag = HTMLTag(in: Array(rest), at: 0), rest.dropFirst(tag.length).allSatisfy(\.isSpaceOrTab) {
                self = .unsupported(rest.prefix(tag.length).string, interruptsParagraph: false)
            } else {
                return nil
            }
        }
    }

    var interruptsParagraph: Bool {
        if case .unsupported(_, let interrupts) = self { interrupts } else { true }
    }
}
