/// The key of a `text` question: a word or a short phrase, compared without case, quotes and closing punctuation.
public struct TextKey: Sendable, Equatable {
    /// Any of these is right. Not empty.
    public let accepted: [String]
    public let feedback: Feedback<[String]>

    public init(accepted: [String], feedback: Feedback<[String]>) {
        self.accepted = accepted
        self.feedback = feedback
    }
}
