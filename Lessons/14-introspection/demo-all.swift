import ConcurrencyKit

// slice: main
func names() -> String {
    EventLoop.running!.allTasks.map(\.name).joined(separator: ", ")
}

try run {
    LoopTask.current?.name = "main"
    let quick = createTask(name: "quick") {
        try await sleep(for: .seconds(1))
    }
    let slow = createTask(name: "slow") {
        try await sleep(for: .seconds(60))
    }
    print(names())
    try await quick.value
    print(names())
    slow.cancel()
    print(names())
    try await wait(for: [slow])
    print(names())
}
// end
