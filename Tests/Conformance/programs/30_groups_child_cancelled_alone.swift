// Cancelling one child is not a failure: the group and the other child go on, and no error is thrown.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func work(_ name: String, _ delay: Double) async throws -> String {
    do {
        try await sleep(for: .seconds(delay))
        log(name, "done")
        return name
    } catch let error as CancelledError {
        log(name, "cancelled")
        throw error
    }
}

try run {
    let (a, b) = try await withLoopTaskGroup { group in
        let a = try group.createTask { try await work("a", 0.2) }
        let b = try group.createTask { try await work("b", 5) }
        try await sleep(for: .seconds(0.1))
        b.cancel()
        return (a, b)
    }
    log("left quietly", try a.result(), b.cancelled)
}
