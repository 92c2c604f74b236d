import ConcurrencyKit

/// A timeline with a column for each step of the scheduler: who ran when, and who could have.
///
///     step              1    2    3    4    5    6    7    8
///     virtual ms        0    0    0    0    100  200  350  350
///     main              ####-------------------------------####| returned [1,2,3]
///     | fetch-A         =====####----------------####|.........+ returned 1
///
/// In each column one task runs. What else a column shows of the others is how things stood at the end of the step.
public struct StepsDrawing: Sendable {
    private let timeline: Timeline
    private let width: Int
    private let glyphs: TimelineGlyphs
    private let showsAll: Bool
    private let time: TimelineTime

    /// - Parameters:
    ///   - width: of the terminal, in columns; 40 to 120 are used.
    ///   - all: every task and every step, however many there are.
    public init(_ timeline: Timeline, width: Int = 80, glyphs: TimelineGlyphs = .ascii, all: Bool = false) {
        self.timeline = timeline
        self.width = min(max(width, 40), 120)
        self.glyphs = glyphs
        showsAll = all
        time = TimelineTime(clock: timeline.clock)
    }

    /// Lines, each closed by a newline, none of them wider than the width, without any colour.
    public var text: String { styled.plain }

    /// The same, knowing what each piece of it is. Steps that do not fit side by side go on below.
    public var styled: StyledText {
        let steps = TimelineSteps(timeline)
        guard !steps.steps.isEmpty else {
            return StyledText(Wrapping(width: width).plain(Timeline.nothingToDraw).map { StyledLine($0) })
        }
        let outline = TimelineOutline(timeline)
        let tasks = TimelineFold(outline, all: showsAll)
        let columns = StepColumns(steps, cells: width - widthOfLabel - 1 - widthOfOutcome, time: time)
        var lines: [StyledLine] = []
        var used: Set<TimelineGlyph> = []
        let blocks = showsAll ? columns.blocks[...] : columns.blocks.prefix(StepsDrawing.mostBlocks)
        for block in blocks {
            let picture = StepLines(timeline, tasks, block, columns, glyphs: glyphs)
            lines += picture.header(label: widthOfLabel).map { StyledLine(Columns.cutAtEnd($0, to: width)).trimmed }
            lines += picture.lines(label: widthOfLabel, outcome: widthOfOutcome, line: width) + [StyledLine()]
            used.formUnion(picture.used)
        }
        if let rest = columns.blocks.dropFirst(blocks.count).first?.first {
            let words = "... \(steps.steps.count - rest) more steps (--steps --all)"
            lines += [StyledLine(Columns.cutAtEnd(words, to: width)), StyledLine()]
        }
        let notes = TimelineRemarks(timeline, width: width, glyphs: glyphs)
        let legend = TimelineLegend(used, width: width, glyphs: glyphs, words: [.ran: "running"])
        return StyledText(lines + legend.lines + notes.totals(after: ["\(steps.steps.count) steps"]))
    }

    private static let mostBlocks = 6

    private var widthOfLabel: Int { width < TimelineDrawing.leastWidth ? 12 : 18 }

    private var widthOfOutcome: Int {
        width < TimelineDrawing.leastWidth ? 10 : 17 + max(0, width - 80) / 4
    }
}
