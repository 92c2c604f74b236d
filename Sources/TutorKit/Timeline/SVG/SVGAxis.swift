/// Where on a picture's line an instant is, in pixels. Long idle gaps are broken, as in ``TimelineAxis``.
struct SVGAxis {
    let left: Double
    let width: Double
    private let spans: [ClosedRange<Int64>]
    private let pixelsPerNanosecond: Double

    static let gap = 24.0

    init(_ timeline: Timeline, left: Double, width: Double) {
        self.left = left
        self.width = width
        spans = TimelineInstants([timeline]).spans(breaking: 4)
        let kept = spans.reduce(0.0) { $0 + Double($1.upperBound - $1.lowerBound) }
        let room = width - Double(spans.count - 1) * SVGAxis.gap
        pixelsPerNanosecond = kept > 0 ? room / kept : 0
    }

    func x(_ time: Int64) -> Double {
        var x = left
        for (index, span) in spans.enumerated() {
            if time <= span.upperBound || index == spans.count - 1 {
                let inside = min(max(time, span.lowerBound), span.upperBound)
                return x + Double(inside - span.lowerBound) * pixelsPerNanosecond
            }
            x += Double(span.upperBound - span.lowerBound) * pixelsPerNanosecond + SVGAxis.gap
        }
        return x
    }

    /// The middle of each broken gap.
    var breaks: [Double] { spans.dropFirst().map { x($0.lowerBound) - SVGAxis.gap / 2 } }

    /// Instants with a number: of each piece the first, and round ones that are far enough from one another.
    var ticks: [Int64] {
        let least = 60.0
        guard pixelsPerNanosecond > 0 else { return [0] }
        var ticks: [Int64] = []
        for span in spans {
            let step = SVGAxis.roundStep(atLeast: least / pixelsPerNanosecond)
            var next = span.lowerBound
            while next <= span.upperBound {
                let isFree = ticks.last.map { x(next) - x($0) >= least * 0.9 } ?? true
                if isFree { ticks.append(next) }
                let (sum, overflow) = ((next / step) * step).addingReportingOverflow(step)
                if overflow { break }
                next = sum
            }
        }
        return ticks
    }

    func isOnAxis(_ time: Int64) -> Bool { time >= 0 && time <= spans.last?.upperBound ?? 0 }

    /// 1, 2 or 5 times a power of ten.
    private static func roundStep(atLeast least: Double) -> Int64 {
        var power: Int64 = 1
        while power < 1 << 58 {
            for factor: Int64 in [1, 2, 5] where Double(power * factor) >= least { return power * factor }
            power *= 10
        }
        return power
    }
}
