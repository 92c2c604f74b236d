// Tasks that only yield take turns in a fixed round, each joining the back of the queue.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func counter(_ name: String, _ n: Int) async throws {
    for i in 0..<n {
        log(name, i)
        try await sleep(for: .zero)
    }
    log(name, "out")
}

try run {
    let a = createTask { try await counter("a", 3) }
    let b = createTask { try await counter("b", 1) }
    let c = createTask { try await counter("c", 2) }
    try await c.value
    log("c was awaited first")
    try await a.value
    try await b.value
    log("all done")
}
