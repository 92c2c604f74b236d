import ConcurrencyKit

func supervise(
    _ name: String,
    atMost workers: Int,
    pause: Duration,
    _ work: @escaping () async throws -> String
) -> LoopTask<String> {
    createTask(name: name) {
        for number in 1..<workers {
            LoopTask.current?.name = "\(name) \(number)"
            do {
                return try await work()
            } catch let request as CancelledError {
                throw request
            } catch {
                try await sleep(for: pause)
            }
        }
        LoopTask.current?.name = "\(name) \(workers)"
        return try await work()
    }
}
