extension Prediction {
    /// Whether a text could be an answer by its form alone, before the demo is run: a number where one is asked for.
    public func couldBeAnswered(by text: String) -> Bool {
        switch ask {
        case .time, .count: Quantity.reading(text) != .none
        case .lines, .first, .order: true
        }
    }
}
