import ConcurrencyKit

struct NoAnswer: Error {}

func ask(_ server: String) async throws -> String {
    try await sleep(for: .seconds(2))
    throw NoAnswer()
}

func retry() async throws -> String {
    for attempt in 1...3 {
        do {
            return try await ask("example.org")
        } catch {
            print("attempt \(attempt) failed")
        }
    }
    return "gave up"
}

try run {
    let task = createTask { try await retry() }
    try await sleep(for: .seconds(3))
    task.cancel()
    print("asked to stop")
    print(try await task.value)
    print("cancelled: \(task.cancelled)")
}
