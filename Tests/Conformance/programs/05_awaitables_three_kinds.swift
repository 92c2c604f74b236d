// Coroutine, task and future all work with await; awaiting what is already done does not give up the turn.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func value(_ x: Int) async -> Int { x }

func other() async {
    log("other task")
}

try run {
    log("coroutine", await value(1))
    let task = createTask { await value(2) }
    log("task", try await task.value)
    let future = Future<Int>()
    EventLoop.running?.callLater(.seconds(0.1)) { try future.setResult(3) }
    log("future", try await future.value)
    createTask(other)
    log("done again", try await task.value, try await future.value)
    log("other has not run yet")
    try await sleep(for: .zero)
    log("end")
}
