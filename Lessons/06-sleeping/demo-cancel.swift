import ConcurrencyKit

func alarm() async throws {
    print("alarm set")
    do {
        try await sleep(for: .seconds(28_800))
        print("good morning")
    } catch let cancellation as CancelledError {
        print("alarm switched off")
        throw cancellation
    }
}

try run {
    let clock = createTask(name: "clock") { try await alarm() }
    try await sleep(for: .seconds(2))
    clock.cancel()
    try await wait(for: [clock])
    print("main ends")
}
