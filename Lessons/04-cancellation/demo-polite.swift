import ConcurrencyKit

struct NoAnswer: Error {}

func ask(_ server: String) async throws -> String {
    try await sleep(for: .seconds(2))
    throw NoAnswer()
}

// slice: retry
func retry() async throws -> String {
    for attempt in 1...3 {
        do {
            return try await ask("example.org")
        } catch let cancellation as CancelledError {
            throw cancellation
        } catch {
            print("attempt \(attempt) failed")
        }
    }
    return "gave up"
}
// end

try run {
    let task = createTask { try await retry() }
    try await sleep(for: .seconds(3))
    task.cancel()
    print("asked to stop")
    do {
        print(try await task.value)
    } catch is CancelledError {
        print("cancelled: \(task.cancelled)")
    }
}
