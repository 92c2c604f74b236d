import ConcurrencyKit

final class BackgroundJobs {
    private var tasks: Set<LoopTask<Void>> = []
    private(set) var running: [String] = []
    private(set) var failed: [String] = []

    func add(_ name: String, _ job: @escaping () async throws -> Void) {
        running.append(name)
        let task = createTask {
            do {
                try await job()
            } catch let request as CancelledError {
                throw request
            } catch {
                self.failed.append(name)
            }
        }
        tasks.insert(task)
        task.addDoneCallback { done in
            self.tasks.remove(done)
            if let index = self.running.firstIndex(of: name) { self.running.remove(at: index) }
        }
    }

    func close() async throws {
        while let task = tasks.first(where: { !$0.done }) {
            try await task.value
        }
    }
}
