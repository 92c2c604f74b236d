// wait returns two sets and never raises the tasks' errors; a task given twice counts once.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

struct ValueError: Error {
    let message: String
}

func work(_ name: String, _ delay: Double, fail: Bool = false) async throws -> String {
    try await sleep(for: .seconds(delay))
    if fail { throw ValueError(message: name) }
    return name
}

func names(_ tasks: [LoopTask<String>]) -> [String] {
    tasks.map(\.name).sorted()
}

try run {
    let a = createTask(name: "a") { try await work("a", 0.1) }
    let b = createTask(name: "b") { try await work("b", 0.2, fail: true) }
    var (done, pending) = try await wait(for: [a, b, a])
    if let error = try b.exception() { log(names(done), names(pending), error) }
    (done, pending) = try await wait(for: [a, b])
    log("again, at once:", names(done), names(pending))
    for (tasks, word) in [([], "allCompleted"), ([a], "allCompleted"), ([a], "soon")] {
        guard let condition = WaitCondition(rawValue: word) else {
            log("ValueError for a bad return_when")
            continue
        }
        do {
            _ = try await wait(for: tasks, until: condition)
            log("accepted")
        } catch is InvalidArgumentError {
            log("ValueError for an empty list")
        }
    }
}
