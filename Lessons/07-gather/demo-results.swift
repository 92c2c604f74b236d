import ConcurrencyKit

func one() async throws -> String {
    try await sleep(for: .seconds(3))
    return "Result 1"
}

func two() async throws -> String {
    try await sleep(for: .seconds(1))
    return "Result 2"
}

func three() async throws -> String {
    try await sleep(for: .seconds(2))
    return "Result 3"
}

try run {
    print(try await gather(one, two, three))
}
