// Eager tasks run inside createTask until their first real suspension; a task that never suspends is already done.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func quick(_ x: String) async -> String {
    log("quick", x)
    return x
}

func slow(_ x: String) async throws -> String {
    log("slow before", x)
    try await sleep(for: .seconds(0.1))
    log("slow after", x)
    return x
}

try run {
    let lazy = createTask { await quick("lazy") }
    log("lazy done:", lazy.done)
    EventLoop.running?.taskFactory = .eager
    let q = createTask { await quick("eager") }
    log("eager done:", q.done, try q.result())
    let s = createTask { try await slow("eager") }
    log("slow done:", s.done)
    log(try await lazy.value, try await q.value, try await s.value)
}
