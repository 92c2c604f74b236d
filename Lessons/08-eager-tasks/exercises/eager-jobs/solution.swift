import ConcurrencyKit

/// Jobs that run in the background, each under a name.
final class Jobs {
    /// One run of a job. Two of the same name are not the same.
    private final class Job {
        var task: LoopTask<Void>?
    }

    private var jobs: [String: Job] = [:]
    /// Called once with the name and the error of each job that has failed.
    private let report: (String, any Error) -> Void

    init(report: @escaping (String, any Error) -> Void) {
        self.report = report
    }

    /// The names of the jobs that are running, sorted.
    var running: [String] {
        jobs.keys.sorted()
    }

    /// Starts a job: it begins before this returns. If a job of that name is running, it is
    /// stopped first.
    func start(_ name: String, _ work: @escaping () async throws -> Void) {
        stop(name)
        let job = Job()
        jobs[name] = job
        let task = createTask(name: name, start: .eager) { try await work() }
        job.task = task
        // It may have been stopped while it ran inside of createTask.
        if jobs[name] !== job { task.cancel() }
        task.addDoneCallback { task in
            if self.jobs[name] === job { self.jobs[name] = nil }
            if let error = try? task.exception() { self.report(name, error) }
        }
    }

    /// Cancels the job of that name, if there is one. It counts as running no longer.
    func stop(_ name: String) {
        let job = jobs.removeValue(forKey: name)
        job?.task?.cancel()
    }
}
