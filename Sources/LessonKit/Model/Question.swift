/// Something that a lesson asks.
public struct Question: Sendable, Equatable {
    /// Unique over the course and stable for ever: journals refer to it.
    public let id: String
    public let kind: Kind
    public let points: Int
    /// What is asked. For a choice, without the list of choices.
    public let prompt: [Block]
    /// A ladder: each says more than the one before.
    public let hints: [[Block]]
    /// Where the `question` directive stands.
    public let position: SourcePosition
    /// Changes when, and only when, the words of the question, of its key, or of the program it asks about change:
    /// a 64-bit FNV-1a hash, as 16 hexadecimal digits. Line breaks and indentation do not count.
    public let contentHash: String

    public init(
        id: String,
        kind: Kind,
        points: Int,
        prompt: [Block],
        hints: [[Block]],
        position: SourcePosition,
        contentHash: String
    ) {
        self.id = id
        self.kind = kind
        self.points = points
        self.prompt = prompt
        self.hints = hints
        self.position = position
        self.contentHash = contentHash
    }

    /// What the learner gives, with the key by which it is judged.
    public enum Kind: Sendable, Equatable {
        /// A letter. Exactly one choice is right.
        case choice([Choice])
        /// Letters. At least one choice is right.
        case multiple([Choice])
        /// The letters of lines, from top to bottom.
        case order(OrderKey)
        /// An explanation, which no program judges, and a model answer.
        case explain(model: [Block])
        /// What a demo will do. The key is never written down: it comes from running the demo.
        case predict(Prediction)
        case number(NumberKey)
        case text(TextKey)
        /// A Swift file. The key are the exercise's checks.
        case code(Exercise)

        /// The word of the directive's `kind=`.
        public var word: String {
            switch self {
            case .choice: "choice"
            case .multiple: "multiple"
            case .order: "order"
            case .explain: "explain"
            case .predict: "predict"
            case .number: "number"
            case .text: "text"
            case .code: "code"
            }
        }
    }
}
