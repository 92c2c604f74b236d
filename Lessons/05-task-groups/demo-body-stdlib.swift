struct Broken: Error {}

func engine() async throws {
    try await Task.sleep(for: .seconds(2))
    print("the engine breaks")
    throw Broken()
}

do {
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await engine() }
        try await Task.sleep(for: .seconds(60))
        print("the trip is over")
        try await group.waitForAll()
    }
} catch {
    print("caught \(error)")
}
