import ConcurrencyKit

func name() async throws -> String {
    try await sleep(for: .seconds(2))
    return "Ada"
}

func age() async throws -> Int {
    try await sleep(for: .seconds(1))
    return 36
}

try run {
    let (person, years) = try await gather(name, age)
    print("\(person) is \(years)")
}
