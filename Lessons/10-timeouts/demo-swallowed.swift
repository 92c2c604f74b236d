import ConcurrencyKit

// slice: main
func measure() async -> Int {
    do {
        try await sleep(for: .seconds(60))
        return 21
    } catch {
        return 0
    }
}

try run {
    do {
        try await timeout(after: .seconds(2)) { limit in
            print("measured: \(await measure())")
            try await sleep(for: .seconds(3))
            print("saved, expired: \(limit.expired)")
        }
        print("all is well")
    } catch is TimeoutError {
        print("too late")
    }
}
// end
