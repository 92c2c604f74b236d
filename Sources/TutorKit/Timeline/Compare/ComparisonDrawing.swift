import ConcurrencyKit

/// Two timelines on the same axis: side by side from 80 columns on, else one below the other.
public struct ComparisonDrawing: Sendable {
    private let comparison: RunComparison
    private let width: Int
    private let glyphs: TimelineGlyphs
    private let showsAll: Bool
    private let titles: ComparisonTitles

    public init(_ comparison: RunComparison, width: Int = 80, glyphs: TimelineGlyphs = .ascii, all: Bool = false) {
        self.comparison = comparison
        self.width = min(max(width, 20), 160)
        self.glyphs = glyphs
        showsAll = all
        titles = ComparisonTitles(comparison)
    }

    /// Lines, each closed by a newline, none of them wider than the width, without any colour.
    public var text: String { styled.plain }

    public var styled: StyledText {
        let pictures = width >= 80 ? sideBySide : oneBelowTheOther
        let used = pictures.glyphs
        let legend = used.isEmpty ? [] : TimelineLegend(used, width: width, glyphs: glyphs).lines
        return StyledText(pictures.lines + [StyledLine()] + legend + sums + differences)
    }

    private var runs: [TracedRun] { [comparison.first, comparison.second] }

    private typealias Pictures = (lines: [StyledLine], glyphs: Set<TimelineGlyph>)

    private var sideBySide: Pictures {
        let half = (width - ComparisonDrawing.gutter) / 2
        let label = max(10, half / 4)
        let outcome = max(11, half / 4)
        let axis = TimelineAxis(runs.map(\.timeline), cells: half - label - outcome - 1)
        let widths = LaneLines.Widths(label: label, outcome: outcome, line: half)
        let halves = zip(titles.all, runs).map { title, run in
            picture(title, run.timeline, axis, widths)
        }
        let count = halves.map(\.lines.count).max() ?? 0
        let lines = (0..<count).map { index -> StyledLine in
            let left = index < halves[0].lines.count ? halves[0].lines[index] : StyledLine()
            let right = index < halves[1].lines.count ? halves[1].lines[index] : StyledLine()
            let blank = String(repeating: " ", count: half + ComparisonDrawing.gutter - left.width)
            return StyledLine(left.spans + [StyledSpan(blank)] + right.spans).trimmed
        }
        return (lines, halves[0].glyphs.union(halves[1].glyphs))
    }

    private var oneBelowTheOther: Pictures {
        guard width >= TimelineDrawing.leastWidth else { return lists }
        let axis = TimelineAxis(runs.map(\.timeline), cells: width - 36)
        let widths = LaneLines.Widths.full(width, cells: axis.cells)
        let parts = zip(titles.all, runs).map { title, run in picture(title, run.timeline, axis, widths) }
        return (parts[0].lines + [StyledLine()] + parts[1].lines, parts[0].glyphs.union(parts[1].glyphs))
    }

    private var lists: Pictures {
        let parts = zip(titles.all, runs).map { title, run in
            [heading(title, width)]
                + TimelineDrawing(run.timeline, width: width, glyphs: glyphs, all: showsAll).styled.lines
        }
        return (parts[0] + [StyledLine()] + parts[1], [])
    }

    private func picture(
        _ title: String,
        _ timeline: Timeline,
        _ axis: TimelineAxis,
        _ widths: LaneLines.Widths
    ) -> Pictures {
        guard !timeline.lanes.isEmpty else {
            return ([heading(title, widths.line), StyledLine(Columns.cutAtEnd("no task ran", to: widths.line))], [])
        }
        let fold = TimelineFold(TimelineOutline(timeline), all: showsAll)
        let lanes = LaneLines(timeline, fold, axis: axis, widths: widths, glyphs: glyphs)
        return ([heading(title, widths.line)] + lanes.header + lanes.lines, lanes.used)
    }

    private func heading(_ title: String, _ width: Int) -> StyledLine {
        StyledLine(Columns.cutInMiddle(title, to: width), .strong)
    }

    /// Always printed: the ratio is the point of concurrency.
    private var sums: [StyledLine] {
        let rows = zip(titles.all, runs).map { title, run -> [String] in
            let time = TimelineTime(clock: run.timeline.clock)
            return [
                title, time.text(run.timeline.total), time.text(run.timeline.sumOfWaits),
                RunComparison.overlap(run.timeline).map { "\($0)x" } ?? "-",
            ]
        }
        let table = [["", "total", "sum of waits", "overlap"]] + rows
        let widths = (0..<4).map { column in table.map { Width.of($0[column]) }.max() ?? 0 }
        let widthOfTitles = min(widths[0], max(6, width - widths.dropFirst().reduce(6, +)))
        return table.map { row in
            let title = Columns.padded(Columns.cutInMiddle(row[0], to: widthOfTitles), to: widthOfTitles)
            let cells = (1..<4).map { Columns.rightAligned(row[$0], to: widths[$0]) }
            return StyledLine(Columns.cutAtEnd(([title] + cells).joined(separator: "  "), to: width)).trimmed
        }
    }

    private var differences: [StyledLine] {
        titles.difference(comparison).flatMap { line -> [StyledLine] in
            let indent = line.prefix { $0 == " " }.count
            return Wrapping(width: width - indent - 2).plain(line.trimmingWhitespace).enumerated().map { number, text in
                let blank = String(repeating: " ", count: indent + (number == 0 ? 0 : 2))
                return StyledLine(Columns.cutAtEnd(blank + text, to: width))
            }
        }
    }

    private static let gutter = 2
}
