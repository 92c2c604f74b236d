/// Which cell an instant falls into, and the two lines above the lanes.
///
/// Long gaps in which nothing happens are broken: `-//-` stands for each, however long it is.
struct TimelineAxis {
    /// Nanoseconds in a cell: 1, 2 or 5 times a power of ten.
    let step: Int64
    /// How many cells the lanes may fill.
    let cells: Int
    /// The first cell of each `//`.
    let breaks: [Int]
    private let pieces: [Piece]

    /// A part of the run that is drawn to scale.
    private struct Piece {
        let begin: Int64
        let end: Int64
        let firstCell: Int
        let lastCell: Int
    }

    /// The smallest step with which everything fits. Not below a millisecond if everything happens at whole ones, and
    /// never below a microsecond.
    init(_ timeline: Timeline, cells: Int) {
        self.init([timeline], cells: cells, breaks: cells / TimelineAxis.tick)
    }

    /// One axis for several runs, whose lengths can then be compared: so without breaks.
    init(_ timelines: [Timeline], cells: Int) {
        self.init(timelines, cells: cells, breaks: 0)
    }

    private init(_ timelines: [Timeline], cells: Int, breaks most: Int) {
        let instants = TimelineInstants(timelines)
        let spans = instants.spans(breaking: most)
        let least: Int64 = instants.times.allSatisfy { $0 % 1_000_000 == 0 } ? 1_000_000 : 1_000
        let (step, pieces) = TimelineAxis.fit(spans, into: cells, least: least)
        self.step = step
        self.cells = cells
        self.pieces = pieces
        breaks = pieces.dropFirst().map { $0.firstCell - 3 }
    }

    func cell(at time: Int64) -> Int {
        guard let piece = pieces.last(where: { $0.begin <= time }) else { return 0 }
        guard time <= piece.end else {
            // In the gap behind the piece, or behind the end.
            return min(piece.lastCell + (piece.end == end ? 0 : 1), cells - 1)
        }
        return piece.firstCell + Int((time - piece.begin) / step)
    }

    /// "0         100       200"
    var numbers: String {
        let ticks = ticks
        var line = ""
        for (index, tick) in ticks.enumerated() {
            // A number as long as the distance of two ticks would run into the next one.
            let room = (index + 1 < ticks.count ? ticks[index + 1].cell : tick.cell + TimelineAxis.tick) - tick.cell - 1
            let number = TimelineTime.exact(tick.time)
            let isLong = Width.of(number) > room
            guard !isLong || room >= TimelineAxis.tick - 1 else { continue }
            line = Columns.padded(line, to: tick.cell) + Columns.cutInMiddle(number, to: room)
        }
        return line
    }

    /// "|    '    |", with the deadlines that fall on it.
    func marks(deadlines: [Int64], _ glyphs: TimelineGlyphs) -> String {
        var line = Array(repeating: Character(" "), count: lastCell + 1)
        for cell in stride(from: TimelineAxis.tick / 2, through: lastCell, by: TimelineAxis.tick) where breaks.isEmpty {
            line[cell] = "'"
        }
        for tick in ticks { line[tick.cell] = "|" }
        for deadline in deadlines where isOnAxis(deadline) { line[markedCell(deadline)] = glyphs.character(.deadline) }
        for cell in breaks.flatMap({ [$0, $0 + 1] }) { line[cell] = "/" }
        return String(line)
    }

    func isOnAxis(_ time: Int64) -> Bool {
        guard time >= 0, let last = pieces.last else { return false }
        return time <= last.end || (time - last.begin) / step <= Int64(lastCell - last.firstCell)
    }

    /// "1 cell = 10 ms"
    var scale: String { "1 cell = \(stepInWords) ms" }

    /// "10", in milliseconds.
    var stepInWords: String { TimelineTime.exact(step) }

    /// The cells from one number to the next.
    static let tick = 10

    private var end: Int64 { pieces.last?.end ?? 0 }

    private func markedCell(_ time: Int64) -> Int {
        guard let last = pieces.last, time > last.end else { return cell(at: time) }
        return min(last.firstCell + Int((time - last.begin) / step), lastCell)
    }

    /// Where numbers stand: every tenth cell of each piece.
    private var ticks: [(cell: Int, time: Int64)] {
        pieces.flatMap { piece in
            let last = piece.end == end ? lastCell : piece.lastCell
            return stride(from: piece.firstCell, through: last, by: TimelineAxis.tick).map { cell in
                (cell, piece.begin + Int64(cell - piece.firstCell) * step)
            }
        }
    }

    /// The axis goes on to the next tick if there is room.
    private var lastCell: Int {
        guard let piece = pieces.last else { return 0 }
        let used = piece.lastCell - piece.firstCell
        let next = piece.firstCell + (used + TimelineAxis.tick - 1) / TimelineAxis.tick * TimelineAxis.tick
        return next < cells ? next : piece.lastCell
    }

    private static func fit(
        _ spans: [ClosedRange<Int64>],
        into cells: Int,
        least: Int64
    ) -> (step: Int64, pieces: [Piece]) {
        var power = least
        while true {
            for factor: Int64 in [1, 2, 5] {
                let step = power * factor
                // A span that cannot fit must not overflow a cell's number.
                guard spans.allSatisfy({ ($0.upperBound - $0.lowerBound) / step < Int64(cells) }) else { continue }
                var first = 0
                let pieces = spans.map { span in
                    let last = first + Int((span.upperBound - span.lowerBound) / step)
                    defer { first = last + widthOfBreak + 1 }
                    return Piece(begin: span.lowerBound, end: span.upperBound, firstCell: first, lastCell: last)
                }
                if pieces.last.map({ $0.lastCell < cells }) ?? true { return (step, pieces) }
            }
            power *= 10
        }
    }

    /// `-//-`
    private static let widthOfBreak = 4
}
