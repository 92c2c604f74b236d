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
    var request: CancelledError?
    while !saving.done {
        do {
            try await shield(saving).value
        } catch let cancellation as CancelledError {
            print("editor waits for the file")
            request = cancellation
        }
    }
    if let request { throw request }
}

try run {
    let editor = createTask(name: "editor") { try await edit() }
    try await sleep(for: .seconds(1))
    editor.cancel()
    try await sleep(for: .seconds(1))
    editor.cancel()
    try await wait(for: [editor])
    print("editor cancelled: \(editor.cancelled)")
}
// end
