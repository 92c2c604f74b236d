// Tasks waiting for one future wake in the order in which they began to wait.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func waiter(_ name: String, _ future: Future<String>, _ delay: Double) async throws {
    try await sleep(for: .seconds(delay))
    log(name, "waits")
    let got = try await future.value
    log(name, "got", got)
}

try run {
    let future = Future<String>()
    let tasks = [
        createTask { try await waiter("slow", future, 0.2) },
        createTask { try await waiter("quick", future, 0) },
        createTask { try await waiter("middle", future, 0.1) },
    ]
    try await sleep(for: .seconds(0.3))
    log("set")
    try future.setResult("prize")
    log("set returned; nobody woke inside it")
    for task in tasks { try await task.value }
    log("late waiter", try await future.value)
}
