/// What Tab does: `"open ga"` with the candidate `"gather"` inserts `"ther "`.
///
/// Candidates stand in place of the last word, which starts after the last white space. Those that do not begin with
/// what is typed of it are left out. One candidate is completed with a space; several are completed as far as they
/// agree; where that adds nothing, they are `choices` to show.
public struct Completion: Sendable, Equatable {
    /// The text to put in at the cursor; empty when there is nothing to add.
    public let insertion: String
    /// The candidates to show, in the order given; empty unless the learner has to choose.
    public let choices: [String]

    public init(textBeforeCursor text: String, candidates: [String]) {
        let start = text.lastIndex(where: \.isWhitespace).map(text.index(after:)) ?? text.startIndex
        let word = text[start...]
        var seen: Set<String> = []
        let matches = candidates.filter { $0.hasPrefix(word) && seen.insert($0).inserted }

        guard let first = matches.first else {
            (insertion, choices) = ("", [])
            return
        }
        guard matches.count > 1 else {
            (insertion, choices) = (first.dropFirst(word.count) + " ", [])
            return
        }
        let common = matches.dropFirst().reduce(first[...]) { $0.commonPrefix(with: $1) }
        insertion = String(common.dropFirst(word.count))
        choices = insertion.isEmpty ? matches : []
    }

    /// The choices as lines of at most `width` cells, read downwards like a directory listing; a choice that is wider
    /// than that has a line of its own.
    ///
    /// - Parameter cells: how many cells of the terminal a text fills.
    public func lines(width: Int, measuredBy cells: (String) -> Int = \.count) -> [String] {
        let widths = choices.map(cells)
        let column = (widths.max() ?? 0) + 2
        let columns = max(1, (width + 2) / column)
        let rows = (choices.count + columns - 1) / columns
        return (0..<rows).map { row in
            stride(from: row, to: choices.count, by: rows).map { index in
                let isLast = index + rows >= choices.count
                return choices[index] + (isLast ? "" : String(repeating: " ", count: column - widths[index]))
            }.joined()
        }
    }
}

extension Substring {
    fileprivate func commonPrefix(with other: String) -> Substring {
        prefix(zip(self, other).prefix { $0 == $1 }.count)
    }
}
