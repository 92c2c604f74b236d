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
    for try await task in asCompleted(tasks) {
        do {
            print("\(try task.result()) arrived")
        } catch is Unreachable {
            print("a page is unreachable")
        }
    }
    print("main ends")
}
// end
