func report(_ number: Int) async throws {
    try await Task.sleep(for: .seconds(number))
    print(number)
}

try await withThrowingTaskGroup(of: Void.self) { group in
    for number in [3, 1, 4, 2] {
        group.addTask { try await report(number) }
    }
    try await group.waitForAll()
    print("sorted")
}
