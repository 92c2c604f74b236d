// Cancelling the await of to_thread returns at once; the call in the thread runs to its end.
import ConcurrencyKit
import Synchronization

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

let finished = Atomic(false)

func blocking() {
    block(for: .seconds(0.3))
    finished.store(true, ordering: .sequentiallyConsistent)
}

func isFinished() -> Bool {
    finished.load(ordering: .sequentiallyConsistent)
}

try run {
    let task = createTask { try await toThread(blocking) }
    try await sleep(for: .seconds(0.1))
    task.cancel()
    _ = try await wait(for: [task])
    log("task cancelled", task.cancelled, "thread finished", isFinished())
    while !isFinished() {
        try await sleep(for: .seconds(0.1))
    }
    try await sleep(for: .seconds(0.1))
    print("thread finished in the end", isFinished())
}
