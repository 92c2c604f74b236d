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
func request(_ path: String, _ limiter: RateLimiter) async throws {
    try await limiter.pass()
    log("asks for \(path)")
    try await sleep(for: .seconds(2))
    log("has \(path)")
}

try run {
    let limiter = RateLimiter(oneEvery: .milliseconds(500))
    let first = ["/a", "/b", "/c", "/d"].map { path in
        createTask { try await request(path, limiter) }
    }
    try await gather(first)
    try await sleep(for: .seconds(10))
    try await request("/e", limiter)
}
// end
