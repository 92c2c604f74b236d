import ConcurrencyKit

// slice: main
func download() async throws -> String {
    do {
        try await sleep(for: .seconds(60))
        return "page"
    } catch {
        print("tidies up")
        try await sleep(for: .seconds(3))
        print("is tidy")
        throw error
    }
}

try run {
    let task = createTask(name: "download") { try await download() }
    do {
        let page = try await wait(for: task, timeout: .seconds(2))
        print("arrived: \(page)")
    } catch is TimeoutError {
        print("too late, cancelled: \(task.cancelled)")
    }
}
// end
