// Done callbacks run in the order added, one turn after the task ends, before an awaiter that came later; a late one
// also waits a turn.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func work() async {
    log("work returns")
}

try run {
    let task = createTask(work)
    task.addDoneCallback { _ in log("callback 1") }
    task.addDoneCallback { _ in log("callback 2") }
    try await task.value
    log("main woke")
    task.addDoneCallback { _ in log("late callback") }
    log("late one not called yet")
    try await sleep(for: .zero)
    log("end")
}
