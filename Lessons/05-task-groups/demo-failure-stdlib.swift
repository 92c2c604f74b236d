struct Unreachable: Error {}

func fetch(
    _ page: String,
    seconds: Int,
    fails: Bool = false
) async throws {
    do {
        try await Task.sleep(for: .seconds(seconds))
    } catch let cancellation as CancellationError {
        print("\(page) is cancelled")
        throw cancellation
    }
    print("\(page) \(fails ? "fails" : "arrives")")
    if fails { throw Unreachable() }
}

// slice: main
do {
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await fetch("news", seconds: 1) }
        group.addTask {
            try await fetch("sport", seconds: 2, fails: true)
        }
        group.addTask { try await fetch("weather", seconds: 9) }
        for try await _ in group {}
    }
    print("all have arrived")
} catch {
    print("caught \(error)")
}
// end
