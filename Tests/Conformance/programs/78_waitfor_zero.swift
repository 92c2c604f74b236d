// With a zero or negative timeout a finished task gives its value, and a new coroutine is cancelled before it starts.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func work(_ name: String) async -> String {
    log(name, "ran")
    return name
}

try run {
    let done = createTask { await work("done") }
    _ = try await done.value
    log(try await wait(for: done, timeout: .zero))
    let pending = createTask { try await sleep(for: .seconds(5)) }
    try await sleep(for: .zero)
    let attempts: [(any Awaitable, Int)] = [
        (Coroutine { await work("unstarted") }, 0),
        (Coroutine { await work("unstarted too") }, -1),
        (pending, 0),
    ]
    for (awaitable, limit) in attempts {
        do {
            _ = try await wait(for: awaitable, timeout: .seconds(limit))
        } catch is TimeoutError {
            log("TimeoutError at", limit)
        }
    }
    log("pending cancelled", pending.cancelled)
}
