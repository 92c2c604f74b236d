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
            let worker = createTask {
                LoopTask.current?.name = "\(name) \(number)"
                return try await work()
            }
            number += 1
            do {
                return try await worker.value
            } catch let request as CancelledError {
                throw request
            } catch {
                if number > workers { throw error }
                try await sleep(for: pause)
            }
        }
    }
}
