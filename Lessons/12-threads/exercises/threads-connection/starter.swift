import ConcurrencyKit

/// A connection to a database. Only one thread may use it at a time.
final class Connection {
    private let call: @Sendable (String) throws -> String

    /// - Parameter call: sends a query and gives the answer. It blocks its thread
    ///   for a while, and it may throw.
    init(call: @escaping @Sendable (String) throws -> String) {
        self.call = call
    }

    /// The answer to a query. Queries are sent one at a time, in the order in which
    /// they were asked, while other tasks run.
    ///
    /// Who is cancelled ends at once. Also then, the next query is sent only when
    /// the one before has come back. A query that nobody wants any more when its
    /// turn comes is not sent.
    func query(_ text: String) async throws -> String {
        ""
    }
}
