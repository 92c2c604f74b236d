// Keeping background tasks in a set, each removing itself by a done callback.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

try run {
    var background: Set<LoopTask<Void>> = []

    func job(_ n: Int) async throws {
        try await sleep(for: .seconds(0.1) * n)
        log("job", n, "held:", background.count)
    }

    for n in [3, 1, 2] {
        let task = createTask { try await job(n) }
        background.insert(task)
        task.addDoneCallback { background.remove($0) }
    }
    log("held", background.count)
    while background.count > 1 {
        try await sleep(for: .seconds(0.26))
        log("checked: held", background.count)
    }
    try await sleep(for: .seconds(0.3))
    log("held at the end", background.count)
}
