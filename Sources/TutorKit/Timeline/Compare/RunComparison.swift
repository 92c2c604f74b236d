import ConcurrencyKit

/// Two runs beside each other: how long each took, how long its tasks waited in all, and the first event that differs.
public struct RunComparison: Sendable, Equatable {
    public let first: TracedRun
    public let second: TracedRun
    /// Nil if the same happened in both.
    public let difference: TraceDifference?

    public init(_ first: TracedRun, _ second: TracedRun) {
        self.first = first
        self.second = second
        let areMeasured = first.timeline.clock == .continuous || second.timeline.clock == .continuous
        difference = TraceDifference(first.trace, second.trace, clock: areMeasured ? .continuous : .virtual)
    }

    /// How many times longer its tasks waited than it took: "2" if two waits always overlapped. Nil if it took no time.
    static func overlap(_ timeline: Timeline) -> String? {
        guard timeline.total > 0 else { return nil }
        let tenths = (Double(timeline.sumOfWaits) / Double(timeline.total) * 10).rounded()
        return tenths.truncatingRemainder(dividingBy: 10) == 0 ? "\(Int(tenths / 10))" : "\(tenths / 10)"
    }
}
