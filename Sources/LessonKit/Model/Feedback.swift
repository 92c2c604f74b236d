/// What is said to an answer, where the answer is not one of a short list.
///
/// `Pattern` recognises the wrong answers that the author foresaw; the first that fits speaks.
public struct Feedback<Pattern: Sendable & Equatable>: Sendable, Equatable {
    public let right: [Block]
    public let foreseen: [Foreseen]
    /// For a wrong answer that nobody foresaw.
    public let otherwise: [Block]

    public init(right: [Block], foreseen: [Foreseen], otherwise: [Block]) {
        self.right = right
        self.foreseen = foreseen
        self.otherwise = otherwise
    }

    public struct Foreseen: Sendable, Equatable {
        public let pattern: Pattern
        public let misconception: String?
        public let feedback: [Block]

        public init(pattern: Pattern, misconception: String?, feedback: [Block]) {
            self.pattern = pattern
            self.misconception = misconception
            self.feedback = feedback
        }
    }
}
