import ConcurrencyKit

// slice: main
try run {
    let calls = (1...33).map { _ in
        createTask {
            try await toThread { block(for: .seconds(2)) }
        }
    }
    try await sleep(for: .seconds(3))
    print("\(calls.filter(\.done).count) are done")
    try await gather(calls)
    print("\(calls.filter(\.done).count) are done")
}
// end
