func edit(_ letter: String) async throws {
    do {
        try await Task.sleep(for: .seconds(60))
        print("\(letter) is written")
    } catch let cancellation as CancellationError {
        print("saves \(letter)")
        try await Task.sleep(for: .seconds(2))
        print("\(letter) is saved")
        throw cancellation
    }
}

let task = Task { try await edit("the letter") }
try await Task.sleep(for: .seconds(1))
task.cancel()
do {
    try await task.value
} catch is CancellationError {
    print("the editor has ended")
}
