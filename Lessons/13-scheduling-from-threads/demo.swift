import ConcurrencyKit

// slice: main
func lookUp(_ word: String) async throws -> String {
    print("looking up \(word)")
    try await sleep(for: .seconds(2))
    return "\(word) is a noun"
}

func write(on loop: EventLoop) throws {
    print("writer begins")
    let answer = loop.submit { try await lookUp("thread") }
    let text = try answer.result()
    print("writer has: \(text)")
}

func heartbeat() async throws {
    try await sleep(for: .seconds(1))
    print("beat")
}

try run {
    let loop = EventLoop.running!
    try await gather(heartbeat, { try await toThread { try write(on: loop) } })
    print("main ends")
}
// end
