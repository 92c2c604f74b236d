import ConcurrencyKit

struct Broken: Error {}

func engine() async throws {
    try await sleep(for: .seconds(2))
    throw Broken()
}

try run {
    do {
        try await withLoopTaskGroup { group in
            try group.createTask(name: "engine") { try await engine() }
            do {
                try await sleep(for: .seconds(60))
                print("the trip is over")
            } catch let cancellation as CancelledError {
                print("the body is cancelled")
                throw cancellation
            }
        }
    } catch is CancelledError {
        print("caught a CancelledError")
    } catch is ExceptionGroup {
        print("caught a group")
    }
}
