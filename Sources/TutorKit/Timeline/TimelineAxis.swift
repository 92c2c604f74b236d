/// Which cell an instant falls into, and the two lines above the lanes.
struct TimelineAxis {
    /// Nanoseconds in a cell: 1, 2 or 5 times a power of ten.
    let step: Int64
    /// How many cells the lanes may fill.
    let cells: Int
    private let end: Int64
    private let time: TimelineTime

    /// The smallest step with which everything fits. Not below a millisecond if everything happens at whole ones, and
    /// never below a microsecond.
    init(_ timeline: Timeline, cells: Int) {
        let needsFractions = timeline.lanes.contains { lane in
            lane.segments.contains { $0.end.time % 1_000_000 != 0 }
        }
        step = TimelineAxis.step(for: timeline.end.time, cells: cells, least: needsFractions ? 1_000 : 1_000_000)
        self.cells = cells
        end = timeline.end.time
        time = TimelineTime(clock: .virtual)
    }

    func cell(at time: Int64) -> Int { Int(min(time / step, Int64(cells - 1))) }

    /// "0         100       200"
    var numbers: String {
        ticks.reduce(into: "") { line, cell in
            // A number as long as the distance of two ticks would run into the next one.
            let number = Columns.cutInMiddle(TimelineTime.exact(Int64(cell) * step), to: TimelineAxis.tick - 1)
            line = Columns.padded(line, to: cell) + number
        }
    }

    /// "|    '    |", with the deadlines that fall on it.
    func marks(deadlines: [Int64], _ glyphs: TimelineGlyphs) -> String {
        var line = (0...lastCell).map { cell -> Character in
            cell % TimelineAxis.tick == 0 ? "|" : cell % (TimelineAxis.tick / 2) == 0 ? "'" : " "
        }
        for deadline in deadlines where isOnAxis(deadline) {
            line[Int(deadline / step)] = glyphs.character(.deadline)
        }
        return String(line)
    }

    func isOnAxis(_ time: Int64) -> Bool { time >= 0 && time / step <= Int64(lastCell) }

    /// "1 cell = 10 ms"
    var scale: String { "1 cell = \(TimelineTime.exact(step)) ms" }

    private static let tick = 10

    private var ticks: [Int] { Array(stride(from: 0, through: lastCell, by: TimelineAxis.tick)) }

    /// The axis goes on to the next tick if there is room.
    private var lastCell: Int {
        let last = cell(at: end)
        let next = (last + TimelineAxis.tick - 1) / TimelineAxis.tick * TimelineAxis.tick
        return next < cells ? next : last
    }

    private static func step(for end: Int64, cells: Int, least: Int64) -> Int64 {
        var power = least
        while true {
            for factor: Int64 in [1, 2, 5] where end / (power * factor) < Int64(cells) { return power * factor }
            power *= 10
        }
    }
}
