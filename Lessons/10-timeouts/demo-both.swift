import ConcurrencyKit

// slice: main
func upload() async throws {
    do {
        try await timeout(after: .seconds(2)) {
            do {
                try await sleep(for: .seconds(60))
            } catch {
                print("tidies up")
                try await sleep(for: .seconds(5))
                throw error
            }
        }
    } catch is TimeoutError {
        print("upload: too late")
    }
    print("upload: goes on")
}

try run {
    let task = createTask(name: "upload") { try await upload() }
    try await sleep(for: .seconds(4))
    task.cancel()
    do {
        try await task.value
        print("main: upload returned")
    } catch is CancelledError {
        print("main: upload was cancelled")
    }
}
// end
