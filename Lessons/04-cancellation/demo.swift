import ConcurrencyKit

func download(_ file: String) async throws {
    print("\(file) begins")
    defer { print("\(file) is closed") }
    try await sleep(for: .seconds(60))
    print("\(file) is complete")
}

try run {
    let task = createTask { try await download("film") }
    try await sleep(for: .seconds(1))
    task.cancel()
    print("cancelled at once: \(task.cancelled)")
    do {
        try await task.value
    } catch is CancelledError {
        print("main catches a CancelledError")
    }
    print("cancelled now: \(task.cancelled)")
}
