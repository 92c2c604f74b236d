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

// slice: main
func edit() async throws {
    let saving = createTask(name: "saving") { try await save() }
    do {
        try await shield(saving).value
    } catch let cancellation as CancelledError {
        print("editor waits for the file")
        try await saving.value
        throw cancellation
    }
}

try run {
    let editor = createTask(name: "editor") { try await edit() }
    try await sleep(for: .seconds(1))
    editor.cancel()
    try await sleep(for: .seconds(1))
    editor.cancel()
    try await wait(for: [editor])
    print("main ends")
}
// end
