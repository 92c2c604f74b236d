// Sleepers wake in deadline order; equal delays wake in the order they went to sleep.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func nap(_ name: String, _ delay: Double) async throws {
    try await sleep(for: .seconds(delay))
    log(name)
}

try run {
    let plan = [("e", 0.3), ("a", 0.1), ("c1", 0.2), ("c2", 0.2), ("c3", 0.2), ("c4", 0.2), ("b", 0.1)]
    let tasks = plan.map { name, delay in
        createTask { try await nap(name, delay) }
    }
    for task in tasks { try await task.value }
    log("all awake")
}
