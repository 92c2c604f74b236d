import ConcurrencyKit

/// One promise that the learner's code must keep, and how to find out.
public struct Check: Sendable {
    /// Unique in its exercise, and stable.
    public let id: String
    /// A sentence that a learner reads: "All pages are fetched at the same time."
    public let title: String
    let after: [String]
    let cancelling: Cancelling
    let leftovers: Leftovers
    let orders: Orders
    let limit: Duration
    let misconceptions: [CheckFailure.Kind: String]
    let body: @Loop (CheckRun) async throws -> Void

    /// Whether, and where, the code under check is cancelled.
    public enum Cancelling: Sendable {
        case never
        /// Once in each run, at the first suspension point that any task of the code reaches, then at the second, and so on.
        /// It must then end as cancelled, within the limit of virtual time and with nothing left behind.
        ///
        /// What is cancelled is what ``CheckRun/attempt(_:)`` runs; the whole check if it does not use that.
        case everySuspensionPoint
    }

    /// Under which orders it is run.
    public enum Orders: Sendable {
        /// First in first out, then many others: all that there are, if they are few, else those of 256 seeds.
        case many
        /// First in first out only: for lessons about asyncio's own order.
        case fifo
    }

    /// What the code may leave behind when the check is through.
    public enum Leftovers: Sendable {
        /// No unfinished task, timer, thread or open ``Resource``; no coroutine that nobody awaited, no error that nobody saw.
        case forbidden
        /// Anything: for lessons about what stays, such as the siblings of a failed `gather`.
        case allowed
    }

    /// - Parameters:
    ///   - after: ids of the checks that must have passed: this one is skipped otherwise.
    ///   - within: the virtual time that a run, or what is left of one after a cancellation, may take.
    ///   - misconceptions: the sections of `feedback.md` for what goes wrong outside of expectations: `[.leak: "no-cleanup"]`.
    ///   - body: runs as the main task of a new loop with a virtual clock.
    public init(
        _ id: String,
        _ title: String,
        after: [String] = [],
        cancelling: Cancelling = .never,
        leftovers: Leftovers = .forbidden,
        orders: Orders = .many,
        within limit: Duration = .seconds(24 * 3600),
        misconceptions: [CheckFailure.Kind: String] = [:],
        _ body: @escaping @Loop (CheckRun) async throws -> Void
    ) {
        self.id = id
        self.title = title
        self.after = after
        self.cancelling = cancelling
        self.leftovers = leftovers
        self.orders = orders
        self.limit = limit
        self.misconceptions = misconceptions
        self.body = body
    }
}
