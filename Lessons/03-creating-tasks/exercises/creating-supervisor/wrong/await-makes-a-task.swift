import ConcurrencyKit

func supervise(
    _ name: String,
    atMost workers: Int,
    pause: Duration,
    _ work: @escaping () async throws -> String
) -> LoopTask<String> {
    createTask(name: name) {
        for _ in 1..<workers {
            do {
                return try await work()
            } catch let request as CancelledError {
                throw request
            } catch {
                try await sleep(for: pause)
            }
        }
        return try await work()
    }
}
