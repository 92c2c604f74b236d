// Tasks made with an explicit context share it, so one sees what the other set.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

let step = ContextVariable("step", default: 0)

func bump(_ name: String) async throws {
    step.value += 1
    log(name, "step", step.value)
    try await sleep(for: .seconds(0.1))
    step.value += 10
    log(name, "step", step.value)
}

try run {
    let context = Context.copy()
    let a = createTask(context: context) { try await bump("a") }
    let b = createTask(context: context) { try await bump("b") }
    try await a.value
    try await b.value
    log("in ctx", context[step], "in main", step.value)
    log("get_context is ctx:", a.context === context)
}
