/// Two programs to be compared: beside each other where there is room, below each other where there is not.
public struct SideBySide: Sendable, Equatable {
    public struct Column: Sendable, Equatable {
        public let title: String
        public let text: String
        public let language: CodeLanguage

        public init(title: String, text: String, language: CodeLanguage) {
            self.title = title
            self.text = text
            self.language = language
        }

        fileprivate var heading: [StyledLine] {
            let title = Sanitizer.line(self.title)
            return [StyledLine(title, .heading), StyledLine(String(repeating: "-", count: Width.of(title)), .mark)]
        }

        fileprivate var spoken: [StyledLine] {
            [StyledLine("Heading: \(Sanitizer.line(title))", .heading)]
                + [StyledLine("Code in \(language.rawValue.capitalized):")] + lines + [StyledLine("End of code.")]
        }

        fileprivate var lines: [StyledLine] {
            var lines = language.styled(text)
            while lines.last?.isEmpty == true { lines.removeLast() }
            return lines
        }
    }

    public let left: Column
    public let right: Column

    private static let gap = 3

    public init(left: Column, right: Column) {
        self.left = left
        self.right = right
    }

    /// - Parameters:
    ///   - width: of the terminal, in columns. No line is cut: what does not fit is below.
    ///   - isSpoken: below each other in any case, since a voice reads along the rows.
    func lines(width: Int, isSpoken: Bool = false) -> [StyledLine] {
        let (left, right) = (self.left.heading + self.left.lines, self.right.heading + self.right.lines)
        let leftWidth = left.map(\.width).max() ?? 0
        let rightWidth = right.map(\.width).max() ?? 0
        guard !isSpoken else { return self.left.spoken + [StyledLine()] + self.right.spoken }
        guard leftWidth + SideBySide.gap + rightWidth <= width else { return left + [StyledLine()] + right }
        return (0..<max(left.count, right.count)).map { row in
            let one = left.indices.contains(row) ? left[row] : StyledLine()
            guard right.indices.contains(row), !right[row].isEmpty else { return one }
            let space = String(repeating: " ", count: leftWidth - one.width + SideBySide.gap)
            return StyledLine(one.spans + [StyledSpan(space)] + right[row].spans)
        }
    }
}
