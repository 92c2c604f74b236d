struct TooLate: Error {}

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

func measure() async -> Int {
    do {
        try await Task.sleep(for: .seconds(60))
        return 21
    } catch {
        return 0
    }
}

do {
    try await withTimeout(.seconds(2)) {
        print("measured: \(await measure())")
        try await Task.sleep(for: .seconds(3))
        print("saved")
    }
    print("all is well")
} catch is TooLate {
    print("too late")
}
