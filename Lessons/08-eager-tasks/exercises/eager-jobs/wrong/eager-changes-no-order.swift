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
        jobs[name] = createTask(name: name, start: .eager) {
            do { try await work() } catch {
                self.jobs[name] = nil
                if !(error is CancelledError) { self.report(name, error) }
                throw error
            }
            self.jobs[name] = nil
        }
    }

    func stop(_ name: String) {
        jobs.removeValue(forKey: name)?.cancel()
    }
}
