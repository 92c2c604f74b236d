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
        var mine = now
        if passes.count >= count { mine = max(now, passes[passes.count - count] + span) }
        passes.append(mine)
        do {
            try await sleep(for: mine - now)
        } catch {
            passes.removeLast()
            throw error
        }
    }
}
