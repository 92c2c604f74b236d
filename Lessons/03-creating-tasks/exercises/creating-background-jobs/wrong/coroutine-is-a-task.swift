import ConcurrencyKit

final class BackgroundJobs {
    private var jobs: [(name: String, work: Coroutine<Void>)] = []

    var running: [String] { jobs.map(\.name) }

    private(set) var failed: [String] = []

    func add(_ name: String, _ job: @escaping () async throws -> Void) {
        jobs.append((name, Coroutine { try await job() }))
    }

    func close() async throws {
        while !jobs.isEmpty {
            let job = jobs.removeFirst()
            do {
                try await job.work.value
            } catch let request as CancelledError {
                throw request
            } catch {
                failed.append(job.name)
            }
        }
    }
}
