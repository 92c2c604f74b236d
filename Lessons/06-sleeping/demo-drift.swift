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
    for _ in 1...4 {
        try await measure()
        try await sleep(for: .seconds(2))
    }
    log("main ends")
}
// end
