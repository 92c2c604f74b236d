import ConcurrencyKit

struct Unreachable: Error {}

// slice: main
func fetch(_ page: String, seconds: Int) async throws -> String {
    try await sleep(for: .seconds(seconds))
    if page == "sport" { throw Unreachable() }
    return page
}

try run {
    let tasks = [
        createTask(name: "news") { try await fetch("news", seconds: 3) },
        createTask(name: "sport") { try await fetch("sport", seconds: 1) },
        createTask(name: "music") { try await fetch("music", seconds: 2) },
    ]
    do {
        let (done, pending) = try await wait(for: tasks)
        print("done: \(done.count), pending: \(pending.count)")
    } catch {
        print("caught an error")
    }
    for task in tasks {
        let failed = try task.exception() != nil
        print("\(task.name) \(failed ? "failed" : "arrived")")
    }
}
// end
