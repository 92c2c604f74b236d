import ConcurrencyKit

// slice: main
func upload() async throws {
    do {
        try await timeout(after: .seconds(5)) {
            try await sleep(for: .seconds(60))
        }
    } catch is TimeoutError {
        print("upload: too late")
    }
    print("upload: goes on")
}

try run {
    let task = createTask(name: "upload") { try await upload() }
    try await sleep(for: .seconds(1))
    task.cancel()
    do {
        try await task.value
        print("main: upload returned")
    } catch is TimeoutError {
        print("main: upload was too late")
    } catch is CancelledError {
        print("main: upload was cancelled")
    }
}
// end
