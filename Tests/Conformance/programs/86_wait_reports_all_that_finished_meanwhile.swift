// FIRST_COMPLETED may report more than one: whatever is done by the time the waiter runs again is in the first set.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func spin(_ name: String, _ turns: Int) async throws {
    for _ in 0..<turns { try await sleep(for: .zero) }
    log(name, "returns")
}

try run {
    let tasks = (1...5).map { n in
        createTask(name: "t\(n)") { try await spin("t\(n)", n) }
    }
    let (done, pending) = try await wait(for: tasks, until: .firstCompleted)
    log(done.map(\.name).sorted(), "of", tasks.count)
    _ = try await wait(for: pending)
}
