func serve(_ name: String, tidyUp: Int) async throws {
    do {
        try await Task.sleep(for: .seconds(60))
    } catch let cancellation as CancellationError {
        print("\(name) is asked to stop")
        // A task that was cancelled cannot sleep any more, so another one does.
        let tidying = Task { try await Task.sleep(for: .seconds(tidyUp)) }
        try await tidying.value
        print("\(name) is tidy")
        throw cancellation
    }
}

let servers = Task {
    async let red: Void = serve("red", tidyUp: 3)
    async let green: Void = serve("green", tidyUp: 1)
    async let blue: Void = serve("blue", tidyUp: 2)
    _ = try await (red, green, blue)
}
try await Task.sleep(for: .seconds(1))
servers.cancel()
do {
    try await servers.value
} catch is CancellationError {
    print("all have ended")
}
print("main ends")
