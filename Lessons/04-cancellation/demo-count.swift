import ConcurrencyKit

func backup() async throws -> String {
    do {
        try await sleep(for: .seconds(60))
    } catch is CancelledError {
        print("the backup is almost done, and goes on")
    }
    try await sleep(for: .seconds(2))
    return "the backup is complete"
}

try run {
    let task = createTask { try await backup() }
    try await sleep(for: .seconds(1))
    task.cancel()
    task.cancel()
    print("requests: \(task.cancelling)")
    print(try await task.value)
    print("requests: \(task.cancelling), cancelled: \(task.cancelled)")
}
