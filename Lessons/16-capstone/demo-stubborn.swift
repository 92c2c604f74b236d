import ConcurrencyKit

func get(_ path: String) async throws -> String {
    try await sleep(for: .seconds(2))
    return "text of \(path)"
}

// slice: main
func fetch(_ path: String) async throws -> String {
    for attempt in 1...3 {
        print("try \(attempt)")
        do {
            return try await get(path)
        } catch {
            print("try \(attempt) failed")
        }
    }
    return "nothing"
}

try run {
    let task = createTask { try await fetch("/news") }
    try await sleep(for: .seconds(1))
    task.cancel()
    _ = try await wait(for: [task])
    if task.cancelled {
        print("the fetch was cancelled")
    } else {
        print("the fetch returned the \(try task.result())")
    }
}
// end
