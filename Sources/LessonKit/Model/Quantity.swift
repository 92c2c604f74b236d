/// A number with its unit: `1s`, `250 ms`, `3 tasks`, `42`.
public struct Quantity: Sendable, Equatable {
    /// In nanoseconds if the unit is a time.
    public let amount: Double
    public let unit: Unit

    public init(amount: Double, unit: Unit) {
        self.amount = amount
        self.unit = unit
    }

    public enum Unit: Sendable, Equatable {
        case none
        case time
        /// Any other word, in lower case: `tasks`.
        case word(String)
    }
}
