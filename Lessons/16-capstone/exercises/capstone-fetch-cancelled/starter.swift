import ConcurrencyKit

/// A connection to the server of one page. Whoever opens it must close it.
protocol Connection {
    func get() async throws -> String

    /// Says goodbye, which takes a while. Cut short, it leaves the connection open.
    func close() async throws
}

/// The texts of the pages, in the order of `pages`; all of them, or an error.
///
/// When it ends, in whatever way, nothing of it goes on, and each connection that
/// was opened is closed.
///
/// - Parameter open: opens the connection to a page; it takes a while, and it may
///   throw.
func fetchAll(
    _ pages: [String],
    open: @escaping (String) async throws -> any Connection
) async throws -> [String] {
    // Nothing is fetched yet.
    []
}
