import ConcurrencyKit

// slice: main
func lookUp() async -> String {
    print("looking up")
    return "a noun"
}

try run {
    let answer = EventLoop.running!.submit { await lookUp() }
    do {
        print(try answer.result())
    } catch LoopError.wouldBlock {
        print("that would wait for ever")
    }
    try await sleep(for: .seconds(1))
    print("done: \(answer.done)")
}
// end
