// New tasks start in creation order, after the creator suspends; a task made by a task goes to the back of the queue.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func worker(_ name: String, makes: String? = nil) async throws {
    log(name, "starts")
    if let makes {
        createTask { try await worker(makes) }
        log(name, "made", makes)
    }
    try await sleep(for: .zero)
    log(name, "ends")
}

try run {
    for (name, makes) in [("a", "a1"), ("b", nil), ("c", "c1")] {
        createTask { try await worker(name, makes: makes) }
    }
    log("main still running")
    for turn in 0..<4 {
        try await sleep(for: .zero)
        log("main turn", turn)
    }
}
