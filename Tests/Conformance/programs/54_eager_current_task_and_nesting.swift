// Inside an eager start the current task is the new one, however deep; the creator is current again afterwards.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

try run {
    var view: [Int: LoopTask<Any>] = [:]

    func nest(_ n: Int) async throws {
        let me = LoopTask.current
        view[n] = me
        log("enter", n, "tasks so far all different:", Set(view.values).count == view.count)
        if n > 0 {
            let task = createTask { try await nest(n - 1) }
            let sawItself = view[n - 1] == LoopTask(task)
            let isCurrent = LoopTask.current == me
            log("back in", n, "child saw itself:", sawItself, "child done:", task.done, "I am current:", isCurrent)
        }
        if n == 1 {
            try await sleep(for: .zero)
            log("resumed", n, "same task:", LoopTask.current == me)
        }
    }

    EventLoop.running?.taskFactory = .eager
    let me = LoopTask.current
    let task = createTask { try await nest(2) }
    log("main is current again:", LoopTask.current == me, "done:", task.done)
    try await sleep(for: .zero)
    try await sleep(for: .zero)
    log("end")
}
