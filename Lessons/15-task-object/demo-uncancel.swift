import ConcurrencyKit

func deliver() async throws {
    print("van: leaves")
    do {
        try await sleep(for: .seconds(5))
        print("van: delivered")
    } catch let cancellation as CancelledError {
        let requests = LoopTask.current?.cancelling ?? 0
        print("van: turns back, requests: \(requests)")
        throw cancellation
    }
}

// slice: main
try run {
    let early = createTask(name: "early") { try await deliver() }
    early.cancel()
    print("early: \(early.uncancel()) requests left")
    try await early.value

    let late = createTask(name: "late") { try await deliver() }
    try await sleep(for: .seconds(1))
    late.cancel()
    print("late: \(late.uncancel()) requests left")
    _ = try await wait(for: [late])
    print("late cancelled: \(late.cancelled)")
}
// end
