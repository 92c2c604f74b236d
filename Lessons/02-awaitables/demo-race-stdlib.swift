func download(from mirror: String, seconds: Int) async throws -> String {
    try await Task.sleep(for: .seconds(seconds))
    print("\(mirror) is first")
    return mirror
}

// slice: main
try await withThrowingTaskGroup(of: String.self) { mirrors in
    mirrors.addTask { try await download(from: "Oslo", seconds: 3) }
    mirrors.addTask { try await download(from: "Rome", seconds: 2) }
    if let winner = try await mirrors.next() {
        print("the winner is \(winner)")
    }
    mirrors.cancelAll()
}
// end
