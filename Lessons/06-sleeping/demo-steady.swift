import ConcurrencyKit

func log(_ text: String) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)] \(text)")
}

func measure() async throws {
    log("measures")
    try await sleep(for: .milliseconds(500))
}

// slice: main
try run {
    let loop = EventLoop.running!
    var next = loop.time
    for _ in 1...4 {
        try await measure()
        next += .seconds(2)
        try await sleep(for: next - loop.time)
    }
    log("main ends")
}
// end
