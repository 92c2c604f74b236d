func save(_ order: Int) async throws {
    print("saving order \(order)")
    try await Task.sleep(for: .milliseconds(100))
    print("order \(order) is saved")
}

func take(_ order: Int) async {
    print("order \(order) is taken")
    Task { try await save(order) }
}

await take(7)
print("shop closes")
