import ConcurrencyKit

/// Work that goes on in the background, and that somebody answers for.
final class BackgroundJobs {
    /// The names of the jobs that are not done yet, in the order in which they were added.
    var running: [String] { [] }

    /// The names of the jobs that have failed, in the order in which they failed.
    var failed: [String] { [] }

    /// Begins a job, and does not wait for it.
    func add(_ name: String, _ job: @escaping () async throws -> Void) {
    }

    /// Waits until all jobs are done, also those that are added meanwhile.
    ///
    /// - Throws: no error of a job; `CancelledError` if it is cancelled itself.
    func close() async throws {
    }
}
