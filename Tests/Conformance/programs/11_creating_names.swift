// Automatic names count up from Task-1 (main); a given name is kept, and set_name turns anything into text.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func who() async {
    if let task = LoopTask.current { log("I am", task.name) }
}

try run {
    await who()
    let a = createTask(who)
    let b = createTask(name: "fetcher", who)
    let c = createTask(who)
    let d = createTask(who)
    d.name = "42"
    log([a, b, c, d].map(\.name))
    for task in [a, b, c, d] { try await task.value }
    LoopTask.current?.name = "boss"
    await who()
}
