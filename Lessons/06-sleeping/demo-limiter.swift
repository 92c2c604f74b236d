import ConcurrencyKit

func log(_ text: String) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)] \(text)")
}

// slice: limiter
final class RateLimiter {
    private let interval: Duration
    private var nextFree: Duration = .zero

    init(oneEvery interval: Duration) {
        self.interval = interval
    }

    func pass() async throws {
        let now = EventLoop.running!.time
        let mine = max(now, nextFree)
        nextFree = mine + interval
        try await sleep(for: mine - now)
    }
}
// end

// slice: requests
func request(_ limiter: RateLimiter) async throws {
    try await limiter.pass()
    log("asks the server")
    try await sleep(for: .seconds(2))
    log("has an answer")
}

try run {
    let limiter = RateLimiter(oneEvery: .milliseconds(500))
    let users = (1...4).map { _ in
        createTask { try await request(limiter) }
    }
    try await gather(users)
    try await sleep(for: .seconds(10))
    try await request(limiter)
}
// end
