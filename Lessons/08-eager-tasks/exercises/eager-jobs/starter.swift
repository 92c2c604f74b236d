import ConcurrencyKit

/// Jobs that run in the background, each under a name.
final class Jobs {
    /// Called once with the name and the error of each job that has failed.
    private let report: (String, any Error) -> Void

    init(report: @escaping (String, any Error) -> Void) {
        self.report = report
    }

    /// The names of the jobs that are running, sorted.
    var running: [String] {
        []
    }

    /// Starts a job: it begins before this returns. If a job of that name is running, it is
    /// stopped first.
    func start(_ name: String, _ work: @escaping () async throws -> Void) {
        // What must be in place before the job begins?
        createTask(name: name) { try await work() }
    }

    /// Cancels the job of that name, if there is one. It counts as running no longer.
    func stop(_ name: String) {
    }
}
