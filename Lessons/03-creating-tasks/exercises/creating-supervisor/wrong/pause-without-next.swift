import ConcurrencyKit

func supervise(
    _ name: String,
    atMost workers: Int,
    pause: Duration,
    _ work: @escaping () async throws -> String
) -> LoopTask<String> {
    createTask {
        var last: any Error = CancelledError()
        for number in 1...workers {
            do {
                return try await createTask(name: "\(name) \(number)") { try await work() }.value
            } catch let request as CancelledError {
                throw request
            } catch {
                last = error
                try await sleep(for: pause)
            }
        }
        throw last
    }
}
