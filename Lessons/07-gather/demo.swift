import ConcurrencyKit

func fetch(_ page: String, seconds: Int) async throws {
    print("\(page) starts")
    try await sleep(for: .seconds(seconds))
    print("\(page) ends")
}

try run {
    try await gather(
        { try await fetch("one", seconds: 3) },
        { try await fetch("two", seconds: 1) },
        { try await fetch("three", seconds: 2) }
    )
    print("all are done")
}
