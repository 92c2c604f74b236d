/// One of the answers that a `choice` question offers.
public struct Choice: Sendable, Equatable {
    /// `A`, `B`, … in order.
    public let letter: String
    /// What is offered, without the letter.
    public let text: [Block]
    public let correctness: Correctness
    /// What is said to a learner who gives this answer.
    public let feedback: [Block]

    public init(letter: String, text: [Block], correctness: Correctness, feedback: [Block]) {
        self.letter = letter
        self.text = text
        self.correctness = correctness
        self.feedback = feedback
    }

    public enum Correctness: Sendable, Equatable {
        case right
        /// Whoever chooses this believes something, and the belief has a name.
        case wrong(misconception: String)
    }

    public var isRight: Bool { correctness == .right }

    /// The id of the belief behind a wrong choice; nil for the right one.
    public var misconception: String? {
        if case .wrong(let misconception) = correctness { misconception } else { nil }
    }
}
