import ConcurrencyKit

/// Runs services, and starts each one that fails again: three times at most.
final class Supervisor {
    /// The tasks of the services that run now. They are named "mail", and after a restart "mail (2)", "mail (3)", "mail (4)".
    private(set) var running: [LoopTask<Void>] = []
    /// One line for each end: "mail: failed", "mail (2): cancelled", "post: returned".
    private(set) var log: [String] = []

    /// Starts a service. It returns at once.
    func start(_ name: String, _ service: @escaping () async throws -> Void) {
        running.append(createTask(name: name, service))
    }

    /// Cancels all services and returns when they have ended. From then on nothing is started again.
    func stop() async throws {
    }
}
