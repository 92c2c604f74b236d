import ConcurrencyKit

func supervise(
    _ name: String,
    atMost workers: Int,
    pause: Duration,
    _ work: @escaping () async throws -> String
) -> LoopTask<String> {
    createTask {
        var number = 1
        while true {
            do {
                return try await createTask(name: "\(name) \(number)") { try await work() }.value
            } catch let request as CancelledError {
                throw request
            } catch {
                if number > workers { throw error }
                number += 1
                try await sleep(for: pause)
            }
        }
    }
}
