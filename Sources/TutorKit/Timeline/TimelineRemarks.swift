/// What stands below a drawing: what the cells could not show, what a person should be told, and the sums.
struct TimelineRemarks {
    private let timeline: Timeline
    private let width: Int
    private let glyphs: TimelineGlyphs
    private let time: TimelineTime

    init(_ timeline: Timeline, width: Int, glyphs: TimelineGlyphs) {
        self.timeline = timeline
        self.width = width
        self.glyphs = glyphs
        time = TimelineTime(clock: timeline.clock)
    }

    func lines(hidden: [(name: String, glyph: TimelineGlyph, time: Int64)] = []) -> [String] {
        var remarks: [String] = []
        if hidden.count > 3 {
            remarks.append("\(hidden.count) lanes: 2 events share a cell; see --text")
        } else {
            let request = glyphs.character(.cancelRequested)
            remarks += hidden.map { hidden in
                let name = Columns.cutInMiddle(hidden.name, to: 18)
                let other = glyphs.character(hidden.glyph)
                return
                    "\(name): \(request) and \(other) share the cell at \(time.milliseconds(hidden.time)); see --text"
            }
        }
        if timeline.total == 0, timeline.clock == .virtual {
            remarks.append(
                "everything happened at 0 ms: running takes no virtual time (see --steps)"
            )
        }
        remarks += timeline.notes.prefix(10).map { "at \(time.text($0.moment.time)), \($0.sentence)" }
        return remarks.flatMap { remark in
            Wrapping(width: width - 2).plain(remark).enumerated().map { index, line in
                Columns.cutAtEnd((index == 0 ? "* " : "  ") + line, to: width)
            }
        }
    }

    /// The ratio is the point of concurrency.
    var totals: [String] {
        ["total \(time.text(timeline.total))", "sum of waits \(time.text(timeline.sumOfWaits))"]
    }

    /// Side by side where there is room.
    func totals(after first: [String] = []) -> [StyledLine] {
        let parts = (first + totals).map { Columns.cutAtEnd($0, to: width) }
        let line = parts.joined(separator: "   ")
        return (Width.of(line) <= width ? [line] : parts).map { StyledLine($0) }
    }
}
