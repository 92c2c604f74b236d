import ConcurrencyKit

func log(_ text: String) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)] \(text)")
}

// slice: main
func draw(_ name: String) async throws {
    block(for: .seconds(1))
    log("\(name) drawn")
    try await sleep(for: .seconds(2))
    log("\(name) saved")
}

try run {
    EventLoop.running!.taskFactory = .eager
    let cat = createTask { try await draw("cat") }
    let dog = createTask { try await draw("dog") }
    log("both are under way")
    try await gather(cat, dog)
}
// end
