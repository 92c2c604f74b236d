import ConcurrencyKit

/// One thing that a check found wrong.
public struct CheckFailure: Codable, Hashable, Sendable {
    /// What was wrong; a raw value is the word in the records.
    public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        /// An expectation of the check did not hold.
        case expectation
        /// It took another virtual time than it should.
        case duration
        /// It threw, or a task of it failed and nobody looked.
        case error
        /// It can never go on.
        case deadlock
        /// It left a task, a timer, a thread or a resource behind.
        case leak
        /// It was cancelled and did not end as cancelled.
        case cancellation
        /// It did not end within its limit of virtual time or turns.
        case endless
        /// It waited in real time, for what the kit does not know: nothing can be said of other orders.
        case outside
    }

    public let kind: Kind
    /// For the learner: a sentence or several lines.
    public let message: String
    /// The section of `feedback.md` that explains it, if the check knows.
    public let misconception: String?
    /// Where in the program ("demo/checks.swift:12"): of an expectation the line of the check, of a task that is stuck or
    /// left the place where it waits.
    public let location: SourceLocation?

    public init(kind: Kind, message: String, misconception: String? = nil, location: SourceLocation? = nil) {
        self.kind = kind
        self.message = message
        self.misconception = misconception
        self.location = location
    }

    enum CodingKeys: String, CodingKey { case kind, message, misconception, location }
}
