// Wake-ups and plain callbacks share one queue: whatever was scheduled first runs first.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func sleeper(_ future: Future<Void>) async throws {
    try await future.value
    log("sleeper woke")
}

try run {
    let loop = EventLoop.running
    let future = Future<Void>()
    let task = createTask { try await sleeper(future) }
    try await sleep(for: .zero)
    loop?.callSoon { log("soon 1") }
    try future.setResult()
    loop?.callSoon { log("soon 2") }
    createTask { try await sleeper(future) }
    loop?.callSoon { log("soon 3") }
    let handle = loop?.callSoon { log("never") }
    handle?.cancel()
    try await task.value
    log("main woke")
    try await sleep(for: .zero)
}
