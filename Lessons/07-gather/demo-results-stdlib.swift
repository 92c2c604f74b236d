func one() async throws -> String {
    try await Task.sleep(for: .seconds(3))
    return "Result 1"
}

func two() async throws -> String {
    try await Task.sleep(for: .seconds(1))
    return "Result 2"
}

func three() async throws -> String {
    try await Task.sleep(for: .seconds(2))
    return "Result 3"
}

// slice: main
try await withThrowingTaskGroup(of: (Int, String).self) { group in
    group.addTask { (0, try await one()) }
    group.addTask { (1, try await two()) }
    group.addTask { (2, try await three()) }
    var results = Array(repeating: "", count: 3)
    for try await (place, result) in group {
        results[place] = result
    }
    print(results)
}
// end
