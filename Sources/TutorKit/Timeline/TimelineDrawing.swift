import ConcurrencyKit

/// A timeline as a picture in text: one lane a task, from left to right the time that passes on the loop's clock.
///
///     virtual ms        0         100       200       300       400
///     1 cell = 10 ms    |    '    |    '    |    '    |    '    |
///     main              #----------------------------------|         returned [1,2,3]
///     | fetch-A         #-------------------|..............+         returned 1
///
/// Below 60 columns there is no room for lanes: then it is a list.
public struct TimelineDrawing: Sendable {
    private let timeline: Timeline
    private let width: Int
    private let glyphs: TimelineGlyphs
    private let showsAll: Bool

    /// The columns below which there are no lanes.
    public static let leastWidth = 60

    /// - Parameters:
    ///   - width: of the terminal, in columns; 20 to 120 are used.
    ///   - all: every task has its lane, however many there are.
    public init(_ timeline: Timeline, width: Int = 80, glyphs: TimelineGlyphs = .ascii, all: Bool = false) {
        self.timeline = timeline
        self.width = min(max(width, 20), 120)
        self.glyphs = glyphs
        showsAll = all
    }

    /// Lines, each closed by a newline, none of them wider than the width, without any colour.
    public var text: String { styled.plain }

    /// The same, knowing what each piece of it is.
    public var styled: StyledText {
        guard !timeline.lanes.isEmpty else {
            return StyledText(Wrapping(width: width).plain(Timeline.nothingToDraw).map { StyledLine($0) })
        }
        let fold = TimelineFold(TimelineOutline(timeline), all: showsAll)
        if width < TimelineDrawing.leastWidth {
            return TimelineList(timeline, fold, width: width, glyphs: glyphs).styled
        }
        let axis = TimelineAxis(timeline, cells: TimelineDrawing.cells(width))
        let lanes = LaneLines(timeline, fold, axis: axis, widths: .full(width, cells: axis.cells), glyphs: glyphs)
        let notes = TimelineRemarks(timeline, width: width, glyphs: glyphs)
        let legend = TimelineLegend(lanes.used, width: width, glyphs: glyphs)
        return StyledText(
            lanes.header + lanes.lines + [StyledLine()] + legend.lines
                + notes.lines(hidden: lanes.hiddenRequests).map { StyledLine($0) } + notes.totals()
        )
    }

    /// 44 of 80 columns. A wide terminal's other columns are shared by the cells and the words at the end.
    private static func cells(_ width: Int) -> Int {
        width <= 80 ? width - 36 : 44 + (width - 80) / 2
    }
}

extension Timeline {
    static let nothingToDraw = "No task ran: there is nothing to draw."
}
