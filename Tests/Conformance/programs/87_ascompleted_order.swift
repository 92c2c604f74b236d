// as_completed hands out results in completion order; tasks with equal deadlines come in the order they went to sleep.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func work(_ name: String, _ delay: Double) async throws -> String {
    try await sleep(for: .seconds(delay))
    return name
}

try run {
    let plan = [("c", 0.3), ("b1", 0.2), ("b2", 0.2), ("a", 0.1), ("b3", 0.2)]
    let tasks = plan.map { name, delay in
        createTask { try await work(name, delay) }
    }
    for try await task in asCompleted(tasks) {
        log(try task.result())
    }
}
