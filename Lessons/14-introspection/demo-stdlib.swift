// slice: main
func log(_ text: String) {
    print("\(Task.name ?? "nobody"): \(text)")
}

func step() async {
    log("a step")
}

func work() async throws {
    log("begins")
    await step()
    try await Task.sleep(for: .seconds(1))
    log("ends")
}

log("begins")
let task = Task(name: "worker") { try await work() }
try await task.value
log("ends")
// end
