import ConcurrencyKit

final class Jobs {
    private final class Job {
        var task: LoopTask<Void>?
    }

    private var jobs: [String: Job] = [:]
    private let report: (String, any Error) -> Void

    init(report: @escaping (String, any Error) -> Void) {
        self.report = report
    }

    var running: [String] {
        jobs.keys.sorted()
    }

    func start(_ name: String, _ work: @escaping () async throws -> Void) {
        stop(name)
        let job = Job()
        jobs[name] = job
        let task = createTask(name: name, start: .eager) { try await work() }
        job.task = task
        if jobs[name] !== job { task.cancel() }
        task.addDoneCallback { task in
            if self.jobs[name] === job { self.jobs[name] = nil }
            do {
                if let error = try task.exception() { self.report(name, error) }
            } catch { self.report(name, error) }
        }
    }

    func stop(_ name: String) {
        let job = jobs.removeValue(forKey: name)
        job?.task?.cancel()
    }
}
