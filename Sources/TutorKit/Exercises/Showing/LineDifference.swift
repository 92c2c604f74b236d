/// Two texts line by line: what was taken away and what was added, with a few lines around each change.
///
///       func fetchAll(…) {
///     - for page in pages {
///     + try await gather(
struct LineDifference {
    enum Line: Equatable {
        case both(String)
        case first(String)
        case second(String)
    }

    let lines: [Line]

    init(_ first: String, _ second: String) {
        let (a, b) = (Self.lines(of: first), Self.lines(of: second))
        let changes = b.difference(from: a)
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in changes {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var lines: [Line] = []
        var (i, j) = (0, 0)
        while i < a.count || j < b.count {
            if i < a.count, removed.contains(i) {
                lines.append(.first(a[i]))
                i += 1
            } else if j < b.count, inserted.contains(j) {
                lines.append(.second(b[j]))
                j += 1
            } else {
                lines.append(.both(b[j]))
                i += 1
                j += 1
            }
        }
        self.lines = lines
    }

    var isEmpty: Bool { lines.allSatisfy { if case .both = $0 { true } else { false } } }

    /// - Parameter context: How many unchanged lines are shown around each change.
    func text(context: Int = 3) -> String {
        let changed = lines.indices.filter { if case .both = lines[$0] { false } else { true } }
        var shown: [String] = []
        var last = -1
        for index in lines.indices where changed.contains(where: { abs($0 - index) <= context }) {
            if index > last + 1, !shown.isEmpty { shown.append("  …") }
            last = index
            switch lines[index] {
            case .both(let text): shown.append("  \(text)")
            case .first(let text): shown.append("- \(text)")
            case .second(let text): shown.append("+ \(text)")
            }
        }
        return shown.joined(separator: "\n")
    }

    private static func lines(of text: String) -> [String] {
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}
