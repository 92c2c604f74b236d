// Calling a coroutine function runs nothing; awaiting it runs it inline, without giving other tasks a turn.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func child(_ name: String) async -> String {
    log(name, "runs")
    return name.uppercased()
}

func bystander() async {
    log("bystander gets a turn")
}

try run {
    createTask(name: "bystander", bystander)
    let coroutine = Coroutine { await child("one") }
    log("created, not started:", type(of: coroutine) == Coroutine<String>.self)
    log("result", try await coroutine.value)
    log("result", await child("two"))
    try await sleep(for: .zero)
    log("main ends")
}
