import ConcurrencyKit

// slice: main
func leftBehind(by body: () async throws -> Void) async throws -> [String] {
    let loop = EventLoop.running!
    let before = Set(loop.allTasks)
    try await body()
    return loop.allTasks.filter { !before.contains($0) }.map(\.name)
}

func visit() async throws {
    createTask(name: "greeting") { try await sleep(for: .seconds(1)) }
    createTask(name: "counter") { try await sleep(for: .seconds(60)) }
    let page = createTask(name: "page") { try await sleep(for: .seconds(3)) }
    try await page.value
}

try run {
    createTask(name: "clock") { try await sleep(for: .seconds(90)) }
    print(try await leftBehind(by: visit))
}
// end
