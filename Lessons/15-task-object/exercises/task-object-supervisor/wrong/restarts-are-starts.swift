import ConcurrencyKit

final class Supervisor {
    private(set) var running: [LoopTask<Void>] = []
    private(set) var log: [String] = []
    private var isStopping = false

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
                if !self.isStopping, number < 3 { self.start(name, number: number + 1, service) }
            }
        }
    }

    func stop() async throws {
        isStopping = true
        for task in running { task.cancel() }
        if !running.isEmpty { _ = try await wait(for: running) }
    }
}
