import ConcurrencyKit

/// Headlines from a service that is sometimes slow. Many readers ask for them.
final class Headlines {
    private let patience: Duration
    private let fetch: () async throws -> String

    /// - Parameters:
    ///   - patience: how long a reader waits for new headlines if there are old ones.
    ///   - fetch: downloads the headlines; it takes a while, and it may throw.
    init(patience: Duration, fetch: @escaping () async throws -> String) {
        self.patience = patience
        self.fetch = fetch
    }

    /// New headlines if they come in time, otherwise those that came last.
    func read() async throws -> String {
        // What becomes of the download when this reader waits no longer?
        ""
    }
}
