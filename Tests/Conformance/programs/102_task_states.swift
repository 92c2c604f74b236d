// result() and exception() in each state: not ready, returned, raised, cancelled.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

struct ValueError: Error {
    let message: String
}

func ok() async throws -> String {
    try await sleep(for: .seconds(0.1))
    return "value"
}

func bad() async throws -> String {
    try await sleep(for: .seconds(0.1))
    throw ValueError(message: "broken")
}

func ask(_ question: () throws -> String) -> String {
    do {
        return try question()
    } catch {
        return "raises \(type(of: error))"
    }
}

func show(_ task: LoopTask<String>) {
    let result = ask { try task.result().debugDescription }
    let exception = ask { try task.exception().map { "\($0)" } ?? "nil" }
    log(task.name, "| done", task.done, "| cancelled", task.cancelled, "| result", result, "| exception", exception)
}

try run {
    let tasks = [createTask(name: "ok", ok), createTask(name: "bad", bad), createTask(name: "gone", ok)]
    for task in tasks { show(task) }
    tasks[2].cancel()
    _ = try await wait(for: tasks)
    for task in tasks { show(task) }
    log(
        ask {
            try tasks[0].future.setResult("another")
            return "allowed"
        }
    )
}
