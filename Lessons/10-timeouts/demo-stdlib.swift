struct TooLate: Error {}

// slice: timeout
func withTimeout<Value: Sendable>(
    _ limit: Duration,
    _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
        group.addTask { try await body() }
        group.addTask {
            try await Task.sleep(for: limit)
            throw TooLate()
        }
        defer { group.cancelAll() }
        return try await group.next()!
    }
}
// end

func download() async throws -> String {
    print("connects")
    defer { print("disconnects") }
    try await Task.sleep(for: .seconds(60))
    return "page"
}

do {
    let page = try await withTimeout(.seconds(2)) {
        try await download()
    }
    print("arrived: \(page)")
} catch is TooLate {
    print("too late")
}
print("main goes on")
