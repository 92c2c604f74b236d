import ConcurrencyKit

// slice: main
func report() async throws -> String {
    defer { print("report is closed") }
    try await sleep(for: .seconds(3))
    print("report is written")
    return "all is well"
}

func read(from loop: EventLoop) throws {
    let answer = loop.submit { try await report() }
    do {
        print(try answer.result(timeout: .seconds(1)))
    } catch is TimeoutError {
        answer.cancel()
    }
}

try run {
    let loop = EventLoop.running!
    try await toThread { try read(from: loop) }
    try await sleep(for: .seconds(4))
    print("main ends")
}
// end
