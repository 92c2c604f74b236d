import ConcurrencyKit

final class RateLimiter {
    private let count: Int
    private let span: Duration
    private var passes: [Duration] = []

    init(_ count: Int, per span: Duration) {
        self.count = count
        self.span = span
    }

    func pass() async throws {
        let now = EventLoop.running!.time
        if passes.count >= count {
            try await sleep(for: passes[passes.count - count] + span - now)
        }
        passes.append(EventLoop.running!.time)
    }
}
