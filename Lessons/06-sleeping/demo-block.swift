import ConcurrencyKit

func log(_ text: String) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)] \(text)")
}

// slice: main
func tick() async throws {
    for _ in 1...3 {
        try await sleep(for: .seconds(1))
        log("tick")
    }
}

func thumbnail() async throws {
    try await sleep(for: .milliseconds(500))
    log("drawing")
    block(for: .seconds(4))
    log("drawn")
}

try run {
    try await gather(tick, thumbnail)
    log("main ends")
}
// end
