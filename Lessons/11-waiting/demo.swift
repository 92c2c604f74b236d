import ConcurrencyKit

// slice: main
func ask(_ city: String, seconds: Int) async throws -> String {
    try await sleep(for: .seconds(seconds))
    print("\(city) answers")
    return city
}

try run {
    let tasks = [
        createTask(name: "Oslo") { try await ask("Oslo", seconds: 3) },
        createTask(name: "Rome") { try await ask("Rome", seconds: 1) },
        createTask(name: "Lima") { try await ask("Lima", seconds: 2) },
    ]
    let (done, pending) = try await wait(for: tasks, until: .firstCompleted)
    print("done: \(done.count), pending: \(pending.count)")
    try await sleep(for: .seconds(5))
    print("main ends")
}
// end
