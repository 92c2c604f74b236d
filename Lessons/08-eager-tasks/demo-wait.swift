import ConcurrencyKit

func step(_ name: String) async {
    print(name)
}

func work() async throws {
    await step("task: one")
    await step("task: two")
    try await sleep(for: .zero)
    await step("task: three")
}

try run {
    EventLoop.running!.taskFactory = .eager
    let task = createTask { try await work() }
    print("main: made")
    await step("main: goes on")
    try await task.value
    print("main: ends")
}
