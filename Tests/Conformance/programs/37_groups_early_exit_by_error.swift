// Ending a group early by adding a task that throws, then ignoring that error.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

struct Stop: Error {}

func stop() async throws {
    throw Stop()
}

func job(_ n: Int, _ delay: Double) async throws {
    log("job", n, "starts")
    try await sleep(for: .seconds(delay))
    log("job", n, "done")
}

try run {
    var slow: LoopTask<Void>?
    do {
        try await withLoopTaskGroup { group in
            try group.createTask { try await job(1, 0.1) }
            slow = try group.createTask { try await job(2, 5) }
            try await sleep(for: .seconds(0.2))
            try group.createTask(stop)
            log("stop requested")
        }
    } catch let group as ExceptionGroup where group.errors.allSatisfy({ $0 is Stop }) {
        log("stopped, slow cancelled:", slow?.cancelled ?? false)
    }
}
