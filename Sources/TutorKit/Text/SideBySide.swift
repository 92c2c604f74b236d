/// Two texts to be compared: beside each other where there is room, below each other where there is not.
public struct SideBySide: Sendable, Equatable {
    public struct Column: Sendable, Equatable {
        public let title: String
        public let text: String

        public init(title: String, text: String) {
            self.title = title
            self.text = text
        }

        fileprivate var lines: [String] {
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Sanitizer.text(String($0)) }
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

    /// - Parameter width: of the terminal, in columns. No line is cut: what does not fit is below.
    public func text(width: Int) -> String {
        let (left, right) = (self.left.lines, self.right.lines)
        let leftWidth = ([self.left.title] + left).map(Width.of).max() ?? 0
        let rightWidth = ([self.right.title] + right).map(Width.of).max() ?? 0
        guard leftWidth + SideBySide.gap + rightWidth <= width else {
            return below(self.left.title, left) + "\n" + below(self.right.title, right)
        }
        let rule = [String(repeating: "-", count: leftWidth), String(repeating: "-", count: rightWidth)]
        let rows =
            [(self.left.title, self.right.title), (rule[0], rule[1])]
            + (0..<max(left.count, right.count)).map { row in
                (left.indices.contains(row) ? left[row] : "", right.indices.contains(row) ? right[row] : "")
            }
        return rows.map { one, other in
            let gap = other.isEmpty ? "" : String(repeating: " ", count: SideBySide.gap)
            return (other.isEmpty ? one : Columns.padded(one, to: leftWidth)) + gap + other + "\n"
        }.joined()
    }

    private func below(_ title: String, _ lines: [String]) -> String {
        ([title, String(repeating: "-", count: Width.of(title))] + lines).map { $0 + "\n" }.joined()
    }
}
