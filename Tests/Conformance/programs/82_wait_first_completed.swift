// FIRST_COMPLETED returns as soon as one is over - a failed or cancelled one counts - and leaves the rest running.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func work(_ name: String, _ delay: Double) async throws {
    try await sleep(for: .seconds(delay))
    log(name, "ends")
}

try run {
    let plan = [("a", 0.3), ("b", 0.1), ("c", 5)]
    var todo = plan.map { name, delay in
        createTask(name: name) { try await work(name, delay) }
    }
    let c = todo.first { $0.name == "c" }
    EventLoop.running?.callLater(.seconds(0.2)) { c?.cancel() }
    while !todo.isEmpty {
        let done: [LoopTask<Void>]
        (done, todo) = try await wait(for: todo, until: .firstCompleted)
        log("done:", done.map { $0.name + ($0.cancelled ? "*" : "") }.sorted(), "left:", todo.count)
    }
}
