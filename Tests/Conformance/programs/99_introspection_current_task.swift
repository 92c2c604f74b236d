// current_task is the running task: the same through plain awaits, different in a created task, none in a callback.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func whereAmI(_ label: String) async -> LoopTask<Any>? {
    let task = LoopTask.current
    log(label, task?.name ?? "nowhere")
    return task
}

try run {
    let me = LoopTask.current
    log("same task inside an await:", await whereAmI("await") == me)
    let task = createTask(name: "other") { await whereAmI("task") }
    log("same as the handle:", try await task.value == LoopTask(task))
    EventLoop.running?.callSoon { log("in a callback:", LoopTask.current as Any) }
    try await sleep(for: .zero)
    log("back in main:", LoopTask.current == me)
}
print("outside:", LoopTask.current?.name ?? "no running event loop")
