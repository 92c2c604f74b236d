import ConcurrencyKit

struct Unreachable: Error {}

// slice: fetch
func fetch(
    _ page: String,
    seconds: Int,
    fails: Bool = false
) async throws {
    do {
        try await sleep(for: .seconds(seconds))
    } catch let cancellation as CancelledError {
        try await sleep(for: .seconds(1))
        print("\(page) is tidy")
        throw cancellation
    }
    print("\(page) \(fails ? "fails" : "arrives")")
    if fails { throw Unreachable() }
}

try run {
    do {
        try await withLoopTaskGroup { group in
            try group.createTask {
                try await fetch("news", seconds: 1)
            }
            try group.createTask {
                try await fetch("sport", seconds: 2, fails: true)
            }
            try group.createTask {
                try await fetch("weather", seconds: 9)
            }
        }
        print("all have arrived")
    } catch let group as ExceptionGroup {
        print("caught a group of \(group.errors.count)")
    }
}
// end
