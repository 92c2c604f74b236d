import ConcurrencyKit

/// The times at which something happens, and the long gaps between them.
struct TimelineInstants {
    /// Ascending, each once; the first is 0.
    let times: [Int64]
    /// Between measured times there are always tiny gaps: they make no other gap a long one.
    private let areMeasured: Bool

    init(_ timelines: [Timeline]) {
        var times: Set<Int64> = [0]
        for timeline in timelines {
            times.insert(timeline.end.time)
            for lane in timeline.lanes {
                for segment in lane.segments {
                    times.insert(segment.begin.time)
                    times.insert(segment.end.time)
                }
                for request in lane.cancelRequests { times.insert(request.moment.time) }
            }
            for scope in timeline.scopes {
                times.insert(scope.opened.time)
                if let closed = scope.closed { times.insert(closed.time) }
                if let deadline = scope.deadline, (0...timeline.end.time).contains(deadline) { times.insert(deadline) }
            }
        }
        self.times = times.sorted()
        areMeasured = timelines.contains { $0.clock == .continuous }
    }

    /// The run without its idle gaps: those longer than ten times the median.
    ///
    /// - Parameter most: so many gaps, the longest, are left out at most.
    func spans(breaking most: Int) -> [ClosedRange<Int64>] {
        let gaps = zip(times, times.dropFirst()).map { (begin: $0, length: $1 - $0) }
        guard gaps.count > 1, !areMeasured else { return [(times.first ?? 0)...(times.last ?? 0)] }
        // The lower of two middle ones: one long gap and one short one are enough for a break.
        let median = gaps.map(\.length).sorted()[(gaps.count - 1) / 2]
        let long = gaps.filter { $0.length / 10 > median || ($0.length / 10 == median && $0.length % 10 > 0) }
        let broken = long.sorted { ($1.length, $0.begin) < ($0.length, $1.begin) }.prefix(most).sorted {
            $0.begin < $1.begin
        }
        var spans: [ClosedRange<Int64>] = []
        var begin = times[0]
        for gap in broken {
            spans.append(begin...gap.begin)
            begin = gap.begin + gap.length
        }
        return spans + [begin...times[times.count - 1]]
    }
}
