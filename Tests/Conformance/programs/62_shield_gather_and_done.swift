// Shielding a gather protects all its children; shielding a finished task returns that task itself.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func work(_ name: String, _ delay: Double) async throws -> String {
    try await sleep(for: .seconds(delay))
    log(name, "done")
    return name
}

try run {
    let both = gatherFuture({ try await work("a", 0.2) }, { try await work("b", 0.1) })
    let shielded = shield(both)
    try await sleep(for: .zero)
    log("cancel shield", shielded.cancel(), "gather done", both.done)
    log("gather gives", try await both.value)
    let task = createTask { try await work("c", 0) }
    _ = try await task.value
    log("shield of a finished task is the task:", shield(task) == task.future)
}
