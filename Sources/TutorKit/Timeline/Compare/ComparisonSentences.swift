/// A comparison in words: one fact a line.
public struct ComparisonSentences: Sendable {
    private let comparison: RunComparison

    public init(_ comparison: RunComparison) { self.comparison = comparison }

    /// Lines, each closed by a newline.
    public var text: String {
        let runs = [comparison.first, comparison.second]
        let titles = ComparisonTitles(comparison)
        var lines = zip(titles.all, runs).map { title, run in
            let time = TimelineTime(clock: run.timeline.clock)
            let overlap = RunComparison.overlap(run.timeline).map { factor in
                factor == "1" ? " The waits add up to the total." : " The waits add up to \(factor) times the total."
            }
            return "\(title): total \(time.text(run.timeline.total)), sum of waits "
                + "\(time.text(run.timeline.sumOfWaits)).\(overlap ?? "")"
        }
        lines += titles.difference(comparison)
        for (title, run) in zip(titles.all, runs) {
            lines.append("Timeline of \(title).")
            lines += TimelineSentences(run.timeline).text.split(separator: "\n").map(String.init)
        }
        return lines.map { $0 + "\n" }.joined()
    }
}

/// What the two runs are called, safe to show.
struct ComparisonTitles {
    let all: [String]

    init(_ comparison: RunComparison) {
        let titles = [comparison.first.title, comparison.second.title].map { Sanitizer.line(String($0.prefix(200))) }
        all = titles[0] == titles[1] ? ["\(titles[0]) (1)", "\(titles[1]) (2)"] : titles
    }

    /// "First difference, event 5:", and what each does there.
    func difference(_ comparison: RunComparison) -> [String] {
        guard let difference = comparison.difference else { return ["Both runs did the same."] }
        let events = difference.words(first: all[0], second: all[1])
        return ["First difference, event \(difference.index + 1):"] + events.map { "  \($0)" }
    }
}
