extension Prediction {
    /// What a run of the demo shows of that which is asked for: two runs that are the same in it give the same key. Nil if
    /// nothing can be seen of it.
    public func observed(in run: DemoEvidence) -> [String]? {
        switch ask {
        case .lines: return run.lines.isEmpty ? nil : run.lines
        case .count(let text):
            return ["\(run.lines.count { line in text.map { line.contains($0) } ?? true })"]
        case .first, .order, .time:
            guard let finishes = TaskFinishes(run.trace) else { return nil }
            if case .time(let task) = ask {
                let time = if let task { finishes.time(of: task) } else { finishes.endTime }
                return time.map { ["\(Quantity(amount: Double($0), unit: .time))"] }
            }
            return finishes.names.isEmpty ? nil : ask == .first ? [finishes.names[0]] : finishes.names
        }
    }
}
