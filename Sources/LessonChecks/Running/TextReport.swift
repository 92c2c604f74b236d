/// The results as text, for an author who runs a program of checks by hand.
///
///     passed   in-order    The texts come in the order of the pages.  (65 runs)
///     failed   together    All pages are fetched at the same time.
///         Each fetch waits for the one before.
///           expected to take 1.0 seconds
///           but it took      2.0 seconds
///         (fifo; 13 of 13 runs failed)
struct TextReport {
    private var titles: [String: String] = [:]
    private var width = 0

    /// The lines for a record; empty for those that only say what goes on.
    mutating func lines(_ record: CheckRecord) -> [String] {
        switch record {
        case .plan(let plan):
            titles = Dictionary(plan.checks.map { ($0.id, $0.title) }) { first, _ in first }
            width = plan.checks.map(\.id.count).max() ?? 0
            return []
        case .started: return []
        case .finished(let finished): return lines(finished)
        case .end(let end):
            let counts = [
                (end.passed, "passed"), (end.failed, "failed"), (end.skipped, "skipped"),
                (end.couldNotTell, "could not tell"),
            ]
            return [counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")]
        }
    }

    private func lines(_ finished: CheckRecord.Finished) -> [String] {
        let word = finished.outcome == .couldNotTell ? "unknown" : finished.outcome.rawValue
        let head = "\(padded(word, 8)) \(padded(finished.check, width))  \(titles[finished.check] ?? "")"
        switch finished.outcome {
        case .passed:
            let all = finished.isExhaustive ? ", all there are" : ""
            return ["\(head)  (\(finished.runs) \(finished.runs == 1 ? "run" : "runs")\(all))"]
        case .skipped, .couldNotTell: return [head, "    \(finished.reason ?? "")"]
        case .failed:
            let messages = finished.failures.flatMap { failure in
                failure.message.split(separator: "\n").map { "    \($0)" }
                    + (failure.misconception.map { ["    [\($0)]"] } ?? [])
            }
            let schedule = finished.schedule?.description ?? ""
            let point = finished.cancelAt.map { ", cancelled at point \($0)" } ?? ""
            return [head] + messages
                + ["    (\(schedule)\(point); \(finished.failedRuns) of \(finished.runs) runs failed)"]
        }
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
