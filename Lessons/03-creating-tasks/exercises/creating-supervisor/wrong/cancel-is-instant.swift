import ConcurrencyKit

func supervise(
    _ name: String,
    atMost workers: Int,
    pause: Duration,
    _ work: @escaping () async throws -> String
) -> LoopTask<String> {
    createTask {
        for number in 1..<workers {
            let worker = createTask(name: "\(name) \(number)") { try await work() }
            do {
                try await wait(for: [worker])
            } catch {
                worker.cancel()
                throw error
            }
            if let result = try? worker.result() { return result }
            try await sleep(for: pause)
        }
        let last = createTask(name: "\(name) \(workers)") { try await work() }
        return try await last.value
    }
}
