import ConcurrencyKit

/// Work that goes on in the background, and that somebody answers for.
final class BackgroundJobs {
    private var tasks: [LoopTask<Void>] = []

    /// The names of the jobs that are not done yet, in the order in which they were added.
    var running: [String] { tasks.map(\.name) }

    /// The names of the jobs that have failed, in the order in which they failed.
    private(set) var failed: [String] = []

    /// Begins a job, and does not wait for it.
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

    /// Waits until all jobs are done, also those that are added meanwhile.
    ///
    /// - Throws: no error of a job; `CancelledError` if it is cancelled itself.
    func close() async throws {
        // One that is done may still stand there until its callback is called.
        while let task = tasks.first(where: { !$0.done }) {
            try await task.value
        }
    }
}
