let started = ContinuousClock.now

func log(_ text: String) {
    let seconds = (ContinuousClock.now - started) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)] \(text)")
}

func measure() async throws {
    log("measures")
    try await Task.sleep(for: .milliseconds(500))
}

// slice: main
var next = ContinuousClock.now
for _ in 1...4 {
    try await measure()
    next += .seconds(2)
    try await Task.sleep(until: next)
}
log("main ends")
// end
