import ConcurrencyKit

// slice: main
func read(_ file: String) -> String {
    print("reading \(file)")
    block(for: .seconds(3))
    return "the text of \(file)"
}

func heartbeat() async throws {
    for number in 1...3 {
        try await sleep(for: .seconds(1))
        print("beat \(number)")
    }
}

func show(_ file: String) async throws {
    try await sleep(for: .milliseconds(500))
    let text = try await toThread { read(file) }
    print(text)
}

try run {
    try await gather(heartbeat, { try await show("diary") })
    print("main ends")
}
// end
