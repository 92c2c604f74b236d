import ConcurrencyKit

func report(_ number: Int) async throws {
    try await sleep(for: .seconds(number))
    print(number)
}

try run {
    try await gather(
        { try await report(3) },
        { try await report(1) },
        { try await report(4) },
        { try await report(2) }
    )
    print("sorted")
}
