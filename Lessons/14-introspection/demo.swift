import ConcurrencyKit

// slice: main
func log(_ text: String) {
    print("\(LoopTask.current?.name ?? "nobody"): \(text)")
}

func step() async {
    log("a step")
}

func work() async throws {
    log("begins")
    await step()
    try await sleep(for: .seconds(1))
    log("ends")
}

try run {
    log("begins")
    let task = createTask(name: "worker", work)
    await step()
    EventLoop.running!.callLater(.milliseconds(500)) { log("a call") }
    try await task.value
    log("ends")
}
log("the end")
// end
