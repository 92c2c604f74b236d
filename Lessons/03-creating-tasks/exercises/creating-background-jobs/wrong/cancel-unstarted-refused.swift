import ConcurrencyKit

final class BackgroundJobs {
    private var tasks: [(number: Int, task: LoopTask<Void>)] = []
    private var last = 0

    var running: [String] { tasks.map(\.task.name) }

    private(set) var failed: [String] = []

    func add(_ name: String, _ job: @escaping () async throws -> Void) {
        last += 1
        let number = last
        let task = createTask(name: name) {
            defer { self.tasks.removeAll { $0.number == number } }
            do {
                try await job()
            } catch let request as CancelledError {
                throw request
            } catch {
                self.failed.append(name)
            }
        }
        tasks.append((number, task))
    }

    func close() async throws {
        while let (_, task) = tasks.first {
            try await task.value
        }
    }
}
