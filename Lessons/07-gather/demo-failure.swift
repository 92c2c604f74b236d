import ConcurrencyKit

struct Unreachable: Error {}

func fetch(
    _ page: String,
    seconds: Int,
    fails: Bool = false
) async throws -> String {
    try await sleep(for: .seconds(seconds))
    print("\(page) \(fails ? "fails" : "arrives")")
    if fails { throw Unreachable() }
    return page
}

// slice: main
try run {
    do {
        let pages = try await gather(
            { try await fetch("news", seconds: 1) },
            { try await fetch("sport", seconds: 2, fails: true) },
            { try await fetch("weather", seconds: 3) },
            { try await fetch("music", seconds: 4, fails: true) }
        )
        print("gathered: \(pages)")
    } catch {
        print("caught: \(error)")
    }
    try await sleep(for: .seconds(5))
    print("main ends")
}
// end
