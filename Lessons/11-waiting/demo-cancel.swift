import ConcurrencyKit

// slice: main
func upload(_ file: String, seconds: Int) async throws {
    try await sleep(for: .seconds(seconds))
    print("\(file) is uploaded")
}

try run {
    let uploads = [
        createTask(name: "one") { try await upload("one", seconds: 2) },
        createTask(name: "two") { try await upload("two", seconds: 3) },
    ]
    let watcher = createTask(name: "watcher") {
        _ = try await wait(for: uploads)
        print("watcher has seen both")
    }
    try await sleep(for: .seconds(1))
    watcher.cancel()
    try await sleep(for: .seconds(4))
    print("watcher cancelled: \(watcher.cancelled)")
}
// end
