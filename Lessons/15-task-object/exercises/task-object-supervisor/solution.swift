import ConcurrencyKit

/// Runs services, and starts each one that fails again: three times at most.
final class Supervisor {
    /// The tasks of the services that run now. They are named "mail", and after a restart "mail (2)", "mail (3)", "mail (4)".
    private(set) var running: [LoopTask<Void>] = []
    /// One line for each end: "mail: failed", "mail (2): cancelled", "post: returned".
    private(set) var log: [String] = []
    private var isStopping = false

    /// Starts a service. It returns at once.
    func start(_ name: String, _ service: @escaping () async throws -> Void) {
        start(name, number: 1, service)
    }

    private func start(_ name: String, number: Int, _ service: @escaping () async throws -> Void) {
        let task = createTask(name: number == 1 ? name : "\(name) (\(number))", service)
        running.append(task)
        task.addDoneCallback { task in
            self.running.removeAll { $0 == task }
            if task.cancelled {
                self.log.append("\(task.name): cancelled")
            } else if try task.exception() == nil {
                self.log.append("\(task.name): returned")
            } else {
                self.log.append("\(task.name): failed")
                if !self.isStopping, number <= 3 { self.start(name, number: number + 1, service) }
            }
        }
    }

    /// Cancels all services and returns when they have ended. From then on nothing is started again.
    func stop() async throws {
        isStopping = true
        for task in running { task.cancel() }
        if !running.isEmpty { _ = try await wait(for: running) }
    }
}
