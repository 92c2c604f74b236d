import ConcurrencyKit

func save() async throws {
    print("saving")
    do {
        try await sleep(for: .seconds(3))
        print("saved")
    } catch let cancellation as CancelledError {
        print("half a file is left")
        throw cancellation
    }
}

try run {
    let editor = createTask(name: "editor") {
        try await shield { try await save() }.value
    }
    try await sleep(for: .seconds(1))
    editor.cancel()
    print("main ends")
}
print("run has returned")
