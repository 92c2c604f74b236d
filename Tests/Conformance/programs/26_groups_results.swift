// A group waits at its end for every task; results are read from the tasks afterwards.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func work(_ n: Int, _ delay: Double) async throws -> Int {
    try await sleep(for: .seconds(delay))
    log("work", n, "done")
    return n * n
}

try run {
    let (a, b) = try await withLoopTaskGroup { group in
        let a = try group.createTask { try await work(2, 0.3) }
        let b = try group.createTask(name: "three") { try await work(3, 0.1) }
        log("body ends, done:", a.done, b.done)
        return (a, b)
    }
    log("group left:", try a.result(), try b.result(), b.name)
    try await withLoopTaskGroup { _ in
        log("an empty group")
    }
    log("leaves at once")
}
