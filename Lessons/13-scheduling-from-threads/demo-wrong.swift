import ConcurrencyKit

// slice: main
func greet() async -> String { "hello" }

func work(_ loop: EventLoop) throws {
    do {
        let task = createTask { await greet() }
        print("task: \(try task.result())")
    } catch LoopError.noRunningLoop {
        print("no loop runs in this thread")
    }
    let answer = loop.submit { await greet() }
    print("answer: \(try answer.result())")
}

try run {
    let loop = EventLoop.running!
    try await toThread { try work(loop) }
}
// end
