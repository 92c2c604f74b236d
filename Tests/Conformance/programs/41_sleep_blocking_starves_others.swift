// Work that never awaits holds everyone up: due sleepers run only when the loop gets control, in deadline order.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func nap(_ name: String, _ delay: Double) async throws {
    try await sleep(for: .seconds(delay))
    log(name, "wakes")
}

func hog() async throws {
    try await sleep(for: .seconds(0.05))
    block(for: .seconds(0.35))
    log("hog lets go")
}

try run {
    let tasks = [
        createTask { try await nap("late", 0.2) },
        createTask { try await nap("early", 0.1) },
        createTask(hog),
        createTask { try await nap("after", 0.6) },
    ]
    for task in tasks { try await task.value }
}
