import ConcurrencyKit

struct Unreachable: Error {}

// slice: main
func fetch() async throws {
    try await sleep(for: .seconds(1))
    throw Unreachable()
}

func reload() async throws {
    try? await sleep(for: .seconds(60))
    print("swallowed the request")
    do {
        try await withLoopTaskGroup { group in
            try group.createTask { try await fetch() }
        }
    } catch is ExceptionGroup {
        print("the group has failed")
    }
    try await sleep(for: .seconds(1))
    print("reloaded")
}

try run {
    let task = createTask { try await reload() }
    try await sleep(for: .seconds(1))
    task.cancel()
    do {
        try await task.value
    } catch is CancelledError {
        print("cancelled after all")
    }
}
// end
