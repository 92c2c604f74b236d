func lamp() async throws {
    print("lamp on")
    defer { print("lamp off") }
    try await Task.sleep(for: .seconds(60))
    print("a minute has passed")
}

Task { try await lamp() }
try await Task.sleep(for: .seconds(1))
print("main ends")
