import ConcurrencyKit

func supervise(
    _ name: String,
    atMost workers: Int,
    pause: Duration,
    _ work: @escaping () async throws -> String
) -> LoopTask<String> {
    createTask {
        for number in 1..<workers {
            if let result = try? await createTask(name: "\(name) \(number)", { try await work() }).value {
                return result
            }
            try await sleep(for: pause)
        }
        return try await createTask(name: "\(name) \(workers)") { try await work() }.value
    }
}
