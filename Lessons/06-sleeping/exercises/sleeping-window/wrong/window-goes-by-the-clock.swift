import ConcurrencyKit

final class RateLimiter {
    private let count: Int
    private let span: Duration
    private var passed = 0
    private var window = 0

    init(_ count: Int, per span: Duration) {
        self.count = count
        self.span = span
    }

    func pass() async throws {
        let loop = EventLoop.running!
        let now = loop.time
        if Int(now / span) > window {
            window = Int(now / span)
            passed = 0
        }
        if passed == count {
            window += 1
            passed = 0
        }
        passed += 1
        try await sleep(for: span * window - now)
    }
}
