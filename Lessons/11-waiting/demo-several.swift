import ConcurrencyKit

// slice: main
func ask(_ city: String, seconds: Int) async throws -> String {
    try await sleep(for: .seconds(seconds))
    return city
}

try run {
    let tasks = [
        createTask(name: "Oslo") { try await ask("Oslo", seconds: 2) },
        createTask(name: "Rome") { try await ask("Rome", seconds: 1) },
        createTask(name: "Lima") { try await ask("Lima", seconds: 9) },
    ]
    try await sleep(for: .seconds(4))
    let (done, pending) = try await wait(for: tasks, until: .firstCompleted)
    print("done: \(done.count), pending: \(pending.count)")
}
// end
