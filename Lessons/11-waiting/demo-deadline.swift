import ConcurrencyKit

// slice: main
func quote(_ shop: String, seconds: Int) async throws -> String {
    try await sleep(for: .seconds(seconds))
    return shop
}

try run {
    let tasks = [
        createTask(name: "A") { try await quote("A", seconds: 7) },
        createTask(name: "B") { try await quote("B", seconds: 2) },
        createTask(name: "C") { try await quote("C", seconds: 4) },
    ]
    do {
        for try await task in asCompleted(tasks, timeout: .seconds(3)) {
            print("shop \(try task.result()) has answered")
        }
    } catch is TimeoutError {
        print("no more patience")
    }
    let last = try await tasks[0].value
    print("shop \(last) has answered after all")
}
// end
