/// How steps are laid out in columns of the same width.
struct StepColumns {
    let steps: [TimelineSteps.Step]
    /// Of one column, in cells, the cell after the turn included.
    let width: Int
    /// The steps that stand side by side.
    let blocks: [Range<Int>]
    private let time: TimelineTime

    init(_ steps: TimelineSteps, cells: Int, time: TimelineTime) {
        self.steps = steps.steps
        self.time = time
        let numbers = "\(steps.steps.count)".count + 1
        let times = steps.steps.map { time.milliseconds($0.begin.time).count }.max() ?? 1
        // A number must not run into the next one.
        let least = min(max(3, numbers, times + 1), max(3, cells))
        width = max(5, least) * steps.steps.count <= cells ? max(5, least) : least
        let count = max(1, cells / width)
        blocks = stride(from: 0, to: steps.steps.count, by: count).map {
            $0..<min($0 + count, steps.steps.count)
        }
    }

    /// "1    2    3"
    func numbers(_ block: Range<Int>) -> String {
        block.map { Columns.padded(Columns.cutAtEnd("\($0 + 1)", to: width - 1), to: width) }.joined()
    }

    /// "0    0    100"
    func times(_ block: Range<Int>) -> String {
        block.map {
            Columns.padded(Columns.cutInMiddle(time.milliseconds(steps[$0].begin.time), to: width - 1), to: width)
        }.joined()
    }
}
