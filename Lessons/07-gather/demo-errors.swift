import ConcurrencyKit

struct Unreachable: Error {}

func fetch(
    _ page: String,
    seconds: Int,
    fails: Bool = false
) async throws -> String {
    try await sleep(for: .seconds(seconds))
    if fails { throw Unreachable() }
    return page
}

// slice: main
try run {
    let results = try await gatherResults(
        { try await fetch("news", seconds: 1) },
        { try await fetch("sport", seconds: 2, fails: true) },
        { try await fetch("weather", seconds: 3) },
        { try await fetch("music", seconds: 4, fails: true) }
    )
    for result in results {
        switch result {
        case .success(let page): print("arrived: \(page)")
        case .failure(let error): print("failed: \(error)")
        }
    }
}
// end
