import ConcurrencyKit

// slice: main
func read(_ file: String, seconds: Int) -> String {
    block(for: .seconds(seconds))
    print("\(file) is read")
    return "the \(file)"
}

try run {
    let texts = try await gather(
        { try await toThread { read("diary", seconds: 3) } },
        { try await toThread { read("letter", seconds: 1) } },
        { try await toThread { read("novel", seconds: 2) } }
    )
    for text in texts { print("got \(text)") }
}
// end
