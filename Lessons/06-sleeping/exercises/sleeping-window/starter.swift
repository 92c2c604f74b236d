import ConcurrencyKit

/// Lets a few through in each span of time, and makes the others wait.
final class RateLimiter {
    private let count: Int
    private let span: Duration

    /// - Parameters:
    ///   - count: how many may pass in a span, at least 1.
    ///   - span: any span of this length, wherever it begins. Two passes that lie exactly
    ///     this far apart are not in the same one.
    init(_ count: Int, per span: Duration) {
        self.count = count
        self.span = span
    }

    /// Returns as soon as the caller may go on.
    func pass() async throws {
        // Whoever comes too early sleeps until it is time.
    }
}
