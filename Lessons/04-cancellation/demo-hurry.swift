import ConcurrencyKit

func edit(_ letter: String) async throws {
    do {
        try await sleep(for: .seconds(60))
        print("\(letter) is written")
    } catch let cancellation as CancelledError {
        print("saves \(letter), because \(cancellation.message ?? "")")
        try await sleep(for: .seconds(2))
        print("\(letter) is saved")
        throw cancellation
    }
}

// slice: main
try run {
    let task = createTask { try await edit("the letter") }
    try await sleep(for: .seconds(1))
    task.cancel("the user left")
    try await sleep(for: .seconds(1))
    task.cancel("the user is in a hurry")
    do {
        try await task.value
    } catch is CancelledError {
        print("the editor has ended")
    }
}
// end
