/// The key of a `number` question.
public struct NumberKey: Sendable, Equatable {
    /// Any of these is right. Not empty.
    public let accepted: [Quantity]
    /// How far from an accepted number is still right, in the unit's base (nanoseconds for a time).
    public let tolerance: Double
    public let feedback: Feedback<[Quantity]>

    public init(accepted: [Quantity], tolerance: Double, feedback: Feedback<[Quantity]>) {
        self.accepted = accepted
        self.tolerance = tolerance
        self.feedback = feedback
    }
}
