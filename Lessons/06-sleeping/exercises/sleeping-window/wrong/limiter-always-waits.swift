import ConcurrencyKit

final class RateLimiter {
    private let count: Int
    private let span: Duration
    private var nextFree: Duration = .zero

    init(_ count: Int, per span: Duration) {
        self.count = count
        self.span = span
    }

    func pass() async throws {
        let now = EventLoop.running!.time
        let mine = max(now, nextFree)
        nextFree = mine + span / count
        try await sleep(for: mine - now)
    }
}
