func fetch(_ page: String, seconds: Int) async throws -> String {
    try await Task.sleep(for: .seconds(seconds))
    print("\(page) arrives")
    return page.uppercased()
}

try await withThrowingTaskGroup(of: String.self) { group in
    group.addTask { try await fetch("news", seconds: 3) }
    group.addTask { try await fetch("sport", seconds: 1) }
    print("both tasks made")
    for try await page in group {
        print("next: \(page)")
    }
}
print("the group has ended")
