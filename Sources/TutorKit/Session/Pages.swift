/// A text that is longer than the screen, one page at a time.
///
/// A page ends where a paragraph does, if one ends in its second half; never behind a heading.
struct Pages: Sendable {
    private let lines: [StyledLine]
    /// Where each page begins, in lines.
    private let starts: [Int]
    private var index = 0

    /// Nil if the text fits on one page.
    ///
    /// - Parameter size: of the terminal. Two rows are left for what stands below the page.
    init?(_ text: StyledText, size: (rows: Int, columns: Int)) {
        let room = max(size.rows - 2, 3)
        var starts = [0]
        var used = 0
        var lastGap: (line: Int, used: Int)?
        for (number, line) in text.lines.enumerated() {
            let rows = max(1, (line.width + size.columns - 1) / max(size.columns, 1))
            if used + rows > room, used > 0 {
                let gap = lastGap.flatMap { $0.used * 2 >= room ? $0 : nil }
                starts.append(gap.map { $0.line + 1 } ?? number)
                used = gap.map { used - $0.used - 1 } ?? 0
                lastGap = nil
            }
            let isHeading = number > 0 && text.lines[number - 1].isHeading
            if line.isEmpty, !isHeading { lastGap = (number, used) }
            used += rows
        }
        guard starts.count > 1 else { return nil }
        lines = text.lines
        self.starts = starts
    }

    var page: StyledText {
        var page = Array(lines[starts[index]..<end])
        if !isLast { page.append(StyledLine("(\(rest): Enter goes on.)", .mark)) }
        return StyledText(page)
    }

    var isFirst: Bool { index == 0 }
    var isLast: Bool { index + 1 == starts.count }

    /// Turns to the next page; there is one unless this is the last.
    mutating func turn() { index = min(index + 1, starts.count - 1) }

    mutating func turnBack() { index = max(index - 1, 0) }

    private var end: Int { isLast ? lines.count : starts[index + 1] }

    private var rest: String {
        let count = lines.count - end
        return count == 1 ? "1 more line" : "\(count) more lines"
    }
}

extension StyledLine {
    fileprivate var isHeading: Bool { spans.contains { $0.style.contains(.heading) } }
}

extension Pages {
    /// What a typed line does to the page: the page to show, or nil if the line is not about pages.
    mutating func answer(_ line: String) -> StyledText? {
        switch line.trimmingWhitespace.drop(while: { $0 == ":" }) {
        case "", "more":
            guard !isLast else { return nil }
            turn()
        case "back":
            guard !isFirst else { return nil }
            turnBack()
        default: return nil
        }
        return page
    }
}
