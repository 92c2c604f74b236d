import ConcurrencyKit

struct Broken: Error {}

// slice: main
func step(_ name: String, seconds: Int) async throws {
    try await sleep(for: .seconds(seconds))
    if name == "check" { throw Broken() }
}

try run {
    let tasks = [
        createTask(name: "copy") { try await step("copy", seconds: 60) },
        createTask(name: "check") { try await step("check", seconds: 3) },
        createTask(name: "pack") { try await step("pack", seconds: 5) },
    ]
    EventLoop.running?.callLater(.seconds(1)) { tasks[0].cancel() }
    let (done, pending) = try await wait(for: tasks, until: .firstError)
    for task in done { print("done: \(task.name)") }
    for task in pending { print("pending: \(task.name)") }
}
// end
