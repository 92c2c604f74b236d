import ConcurrencyKit

final class BackgroundJobs {
    private var tasks: [LoopTask<Void>] = []

    var running: [String] { tasks.map(\.name) }

    private(set) var failed: [String] = []

    func add(_ name: String, _ job: @escaping () async throws -> Void) {
        let task = createTask(name: name) {
            do {
                try await job()
            } catch let request as CancelledError {
                throw request
            } catch {
                self.failed.append(name)
            }
        }
        tasks.append(task)
        task.addDoneCallback { done in
            self.tasks.removeAll { $0 == done }
        }
    }

    func close() async throws {
        for task in tasks {
            try await task.value
        }
    }
}
