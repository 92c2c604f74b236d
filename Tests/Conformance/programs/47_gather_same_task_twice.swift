// A task given twice runs once and fills both places; so does a coroutine object given twice.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func work(_ name: String) async throws -> String {
    log(name, "runs")
    try await sleep(for: .seconds(0.1))
    return name
}

try run {
    let task = createTask { try await work("task") }
    log(try await gather(task, Coroutine { try await work("other") }, task))
    let coroutine = Coroutine { try await work("coroutine") }
    log(try await gather(coroutine, coroutine, coroutine))
}
