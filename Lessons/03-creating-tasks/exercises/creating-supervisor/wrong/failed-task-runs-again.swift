import ConcurrencyKit

func supervise(
    _ name: String,
    atMost workers: Int,
    pause: Duration,
    _ work: @escaping () async throws -> String
) -> LoopTask<String> {
    let worker = createTask(name: "\(name) 1") { try await work() }
    return createTask {
        for _ in 1..<workers {
            do {
                return try await worker.value
            } catch let request as CancelledError {
                throw request
            } catch {
                try await sleep(for: pause)
            }
        }
        return try await worker.value
    }
}
