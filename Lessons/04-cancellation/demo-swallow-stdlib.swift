struct NoAnswer: Error {}

let started = ContinuousClock.now

func ask(_ server: String) async throws -> String {
    try await Task.sleep(for: .seconds(2))
    throw NoAnswer()
}

func retry() async throws -> String {
    for attempt in 1...3 {
        do {
            return try await ask("example.org")
        } catch {
            let seconds = (ContinuousClock.now - started) / .seconds(1)
            print("[\(seconds.rounded())] attempt \(attempt) failed")
        }
    }
    return "gave up"
}

let task = Task { try await retry() }
try await Task.sleep(for: .seconds(3))
task.cancel()
print("asked to stop")
print(try await task.value)
