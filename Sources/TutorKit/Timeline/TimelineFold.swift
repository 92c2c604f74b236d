import ConcurrencyKit

/// The first lanes of a long timeline, and one line for the rest.
struct TimelineFold {
    let shown: ArraySlice<Timeline.Lane>
    private let rest: ArraySlice<Timeline.Lane>

    /// The most lanes that a person reads.
    private static let limit = 20

    init(_ timeline: Timeline) {
        let count = timeline.lanes.count > TimelineFold.limit ? TimelineFold.limit - 1 : timeline.lanes.count
        shown = timeline.lanes.prefix(count)
        rest = timeline.lanes.dropFirst(count)
    }

    /// "96 more tasks: 90 returned, 6 cancelled, 40-350 ms"; nil if none is left out.
    func summary(_ time: TimelineTime) -> String? {
        guard let first = rest.map(\.created.time).min(),
            let last = rest.compactMap({ $0.segments.last?.end.time }).max()
        else { return nil }
        return "\(rest.count) more tasks: \(TimelineFold.counts(rest).joined(separator: ", ")), "
            + "\(time.milliseconds(first))-\(time.text(last))"
    }

    /// "2 returned", "1 threw"; what did not happen is not there.
    static func counts(_ lanes: some Sequence<Timeline.Lane>) -> [String] {
        var (returned, threw, cancelled, unfinished) = (0, 0, 0, 0)
        for lane in lanes {
            switch lane.end?.outcome {
            case .value: returned += 1
            case .error: threw += 1
            case .cancelled: cancelled += 1
            case nil: unfinished += 1
            }
        }
        let all = [(returned, "returned"), (threw, "threw"), (cancelled, "cancelled"), (unfinished, "unfinished")]
        return all.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    }
}
