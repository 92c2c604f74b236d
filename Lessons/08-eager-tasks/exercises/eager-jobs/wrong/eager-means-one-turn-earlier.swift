import ConcurrencyKit

final class Jobs {
    private var jobs: [String: LoopTask<Void>] = [:]
    private let report: (String, any Error) -> Void

    init(report: @escaping (String, any Error) -> Void) {
        self.report = report
    }

    var running: [String] {
        jobs.keys.sorted()
    }

    func start(_ name: String, _ work: @escaping () async throws -> Void) {
        stop(name)
        let task = createTask(name: name, start: .eager) { try await work() }
        jobs[name] = task
        task.addDoneCallback { task in
            if self.jobs[name] == task { self.jobs[name] = nil }
            if let error = try? task.exception() { self.report(name, error) }
        }
    }

    func stop(_ name: String) {
        jobs.removeValue(forKey: name)?.cancel()
    }
}
