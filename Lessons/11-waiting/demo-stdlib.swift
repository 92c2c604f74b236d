func ask(_ city: String, seconds: Int) async throws -> String {
    try await Task.sleep(for: .seconds(seconds))
    print("\(city) answers")
    return city
}

// slice: main
try await withThrowingTaskGroup(of: String.self) { group in
    group.addTask { try await ask("Oslo", seconds: 3) }
    group.addTask { try await ask("Rome", seconds: 1) }
    group.addTask { try await ask("Lima", seconds: 2) }
    let first = try await group.next()!
    print("first: \(first)")
}
print("the group has ended")
// end
