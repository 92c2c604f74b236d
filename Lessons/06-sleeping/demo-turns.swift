import ConcurrencyKit

func count(_ name: String) async throws {
    for number in 1...3 {
        print("\(name) \(number)")
        try await sleep(for: .zero)
    }
}

try run {
    try await gather(
        { try await count("red") },
        { try await count("blue") }
    )
    print("both are done")
}
