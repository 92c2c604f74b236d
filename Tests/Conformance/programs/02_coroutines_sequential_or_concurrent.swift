// Awaiting two coroutines in turn adds their times; two tasks overlap.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func nap(_ name: String, _ delay: Double) async throws -> Double {
    log(name, "naps")
    try await sleep(for: .seconds(delay))
    log(name, "wakes")
    return delay
}

try run {
    let a = try await nap("a", 0.1)
    let b = try await nap("b", 0.2)
    log("one after the other:", a, b)
    let c = createTask { try await nap("c", 0.1) }
    let d = createTask { try await nap("d", 0.2) }
    log("tasks made, nothing ran yet")
    log("together:", try await c.value, try await d.value)
}
