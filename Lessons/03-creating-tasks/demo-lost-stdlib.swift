struct DiskFull: Error {}

func backUp() async throws {
    print("backup starts")
    try await Task.sleep(for: .seconds(1))
    throw DiskFull()
}

Task { try await backUp() }
try await Task.sleep(for: .seconds(5))
print("main ends well")
