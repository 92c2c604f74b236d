import ConcurrencyKit

// slice: main
func ask(_ city: String, seconds: Int) async throws -> String {
    try await sleep(for: .seconds(seconds))
    print("\(city) answers")
    return city
}

try run {
    let tasks = [
        createTask(name: "Oslo") { try await ask("Oslo", seconds: 4) },
        createTask(name: "Rome") { try await ask("Rome", seconds: 1) },
    ]
    do {
        let (done, pending) = try await wait(
            for: tasks,
            timeout: .seconds(2)
        )
        print("done: \(done.count), pending: \(pending.count)")
    } catch is TimeoutError {
        print("too late")
    }
    try await sleep(for: .seconds(5))
    print("main ends")
}
// end
