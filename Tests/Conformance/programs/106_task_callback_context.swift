// A done callback runs in the context where it was added, or in the one given to it.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

let v = ContextVariable("v", default: "start")

func work() async {
    v.value = "task"
}

try run {
    let given = Context.copy()
    given.run { v.value = "given" }
    let task = createTask(work)
    v.value = "when added"
    task.addDoneCallback { _ in log("plain sees", v.value) }
    task.addDoneCallback(context: given) { _ in log("with context sees", v.value) }
    v.value = "changed later"
    try await task.value
    log("main has", v.value)
}
