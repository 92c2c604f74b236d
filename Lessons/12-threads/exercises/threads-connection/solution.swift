import ConcurrencyKit

/// A connection to a database. Only one thread may use it at a time.
final class Connection {
    private let call: @Sendable (String) throws -> String
    private var last: LoopTask<String>?

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
        var isWanted = true
        let work = createTask(name: "query \(text)") { [call, last] in
            if let last { try await wait(for: [last]) }
            guard isWanted else { return "" }
            return try await toThread { try call(text) }
        }
        last = work
        do {
            return try await shield(work).value
        } catch let cancellation as CancelledError {
            isWanted = false
            throw cancellation
        }
    }
}
