import ConcurrencyKit

func search(_ words: String) async throws -> String {
    try await sleep(for: .seconds(5))
    return "3 pages on \(words)"
}

// slice: main
try run {
    let results = createTask(name: "search") {
        try await search("shields")
    }
    do {
        let soon = try await wait(
            for: shield(results),
            timeout: .seconds(2)
        )
        print("found \(soon)")
    } catch is TimeoutError {
        print("this takes longer than usual")
        print("found \(try await results.value)")
    }
}
// end
