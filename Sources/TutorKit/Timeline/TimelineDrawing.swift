import ConcurrencyKit

/// A timeline as a picture in text: one lane a task, from left to right the time that passes on the loop's clock.
///
///     virtual ms        0         100       200       300       400
///     1 cell = 10 ms    |    '    |    '    |    '    |    '    |
///     main              #----------------------------------|         returned [1,2,3]
///     | fetch-A         #-------------------|..............+         returned 1
public struct TimelineDrawing: Sendable {
    private let timeline: Timeline
    private let width: Int
    private let glyphs: TimelineGlyphs
    private let time: TimelineTime
    private let fold: TimelineFold
    private let axis: TimelineAxis

    /// - Parameter width: of the terminal, in columns; 60 to 120 are used.
    public init(_ timeline: Timeline, width: Int = 80, glyphs: TimelineGlyphs = .ascii) {
        self.timeline = timeline
        self.width = min(max(width, 60), 120)
        self.glyphs = glyphs
        time = TimelineTime(clock: timeline.clock)
        fold = TimelineFold(timeline)
        axis = TimelineAxis(timeline, cells: TimelineDrawing.cells(self.width))
    }

    /// Lines, each closed by a newline, none of them wider than the width.
    public var text: String {
        guard !timeline.lanes.isEmpty else { return "No task ran: there is nothing to draw.\n" }
        let rows = fold.shown.map { TimelineRow($0, on: axis, until: timeline.end) }
        let parts = [header + lanes(rows), legend(rows) + remarks(rows) + [totals]]
        return parts.map { $0.map { trimmed($0) + "\n" }.joined() }.joined(separator: "\n")
    }

    private static let widthOfLabels = 18

    /// 44 of 80 columns. A wide terminal's other columns are shared by the cells and the words at the end.
    private static func cells(_ width: Int) -> Int {
        width <= 80 ? width - 36 : 44 + (width - 80) / 2
    }

    private var header: [String] {
        let name = timeline.clock == .virtual ? "virtual ms" : "real ms"
        return [
            Columns.padded(name, to: TimelineDrawing.widthOfLabels) + axis.numbers,
            Columns.padded(axis.scale, to: TimelineDrawing.widthOfLabels)
                + axis.marks(deadlines: timeline.scopes.compactMap(\.deadline), glyphs),
        ]
    }

    private func lanes(_ rows: [TimelineRow]) -> [String] {
        let labels = TimelineLabels(width: TimelineDrawing.widthOfLabels, glyphs: glyphs).labels(fold.shown)
        let widthOfOutcome = width - TimelineDrawing.widthOfLabels - axis.cells - 1
        let lines = zip(labels, zip(rows, fold.shown)).map { label, lane in
            let outcome = Columns.cutAtEnd(lane.1.outcomeWords(time), to: widthOfOutcome)
            return "\(label)\(lane.0.text(glyphs)) \(outcome)"
        }
        return lines + (fold.summary(time).map { ["  ... \($0)"] } ?? [])
    }

    /// Only the signs that are in the drawing.
    private func legend(_ rows: [TimelineRow]) -> [String] {
        var used = Set(rows.lazy.flatMap(\.cells).compactMap { $0 })
        if timeline.scopes.contains(where: { $0.deadline.map(axis.isOnAxis) ?? false }) { used.insert(.deadline) }
        var lines: [String] = []
        for glyph in TimelineGlyph.allCases where used.contains(glyph) {
            let entry = "\(glyphs.character(glyph)) \(glyph.word)"
            if let line = lines.last, Width.of(line) + 3 + Width.of(entry) <= width {
                lines[lines.count - 1] = "\(line)   \(entry)"
            } else {
                lines.append(entry)
            }
        }
        return lines
    }

    private func remarks(_ rows: [TimelineRow]) -> [String] {
        let hidden = zip(rows, fold.shown).compactMap { row, lane in row.hiddenRequest.map { ($0, lane.shownName) } }
        var remarks: [String] = []
        if hidden.count > 3 {
            remarks.append("\(hidden.count) lanes: 2 events share a cell; see --text")
        } else {
            let request = glyphs.character(.cancelRequested)
            remarks += hidden.map { hidden, name in
                let name = Columns.cutInMiddle(name, to: TimelineDrawing.widthOfLabels)
                let other = glyphs.character(hidden.glyph)
                return
                    "\(name): \(request) and \(other) share the cell at \(time.milliseconds(hidden.time)); see --text"
            }
        }
        if timeline.total == 0, timeline.clock == .virtual {
            remarks.append("everything happened at 0 ms: running takes no virtual time")
        }
        remarks += timeline.notes.prefix(10).map { "at \(time.text($0.moment.time)), \($0.sentence)" }
        return remarks.flatMap { remark in
            Wrapping(width: width - 2).plain(remark).enumerated().map { index, line in
                Columns.cutAtEnd((index == 0 ? "* " : "  ") + line, to: width)
            }
        }
    }

    private var totals: String {
        "total \(time.text(timeline.total))   sum of waits \(time.text(timeline.sumOfWaits))"
    }

    private func trimmed(_ line: String) -> String {
        String(line.reversed().drop { $0 == " " }.reversed())
    }
}
