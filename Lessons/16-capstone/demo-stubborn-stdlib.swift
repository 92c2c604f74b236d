func get(_ path: String) async throws -> String {
    try await Task.sleep(for: .seconds(2))
    return "text of \(path)"
}

// slice: main
func fetch(_ path: String) async throws -> String {
    for attempt in 1...3 {
        print("try \(attempt)")
        do {
            return try await get(path)
        } catch {
            print("try \(attempt) failed")
        }
    }
    return "nothing"
}

let task = Task { try await fetch("/news") }
try await Task.sleep(for: .seconds(1))
task.cancel()
print("the fetch returned \(try await task.value)")
// end
