import ConcurrencyKit

final class RateLimiter {
    private let count: Int
    private let span: Duration
    private var passed = 0
    private var mine: Duration = .zero

    init(_ count: Int, per span: Duration) {
        self.count = count
        self.span = span
    }

    func pass() async throws {
        let now = EventLoop.running!.time
        if passed == count {
            mine += span
            passed = 0
        }
        passed += 1
        mine = max(now, mine)
        try await sleep(for: mine - now)
    }
}
