import ConcurrencyKit

// slice: main
func fetch() async throws -> String {
    try await sleep(for: .seconds(60))
    return "page"
}

func fetchWithRetries() async throws -> String {
    var attempt = 1
    while true {
        print("try \(attempt)")
        do {
            return try await timeout(after: .seconds(2)) {
                try await fetch()
            }
        } catch is TimeoutError {
            print("try \(attempt) is too slow")
            attempt += 1
        }
    }
}

try run {
    do {
        let page = try await timeout(after: .seconds(5)) {
            try await fetchWithRetries()
        }
        print("arrived: \(page)")
    } catch is TimeoutError {
        print("gives up")
    }
}
// end
