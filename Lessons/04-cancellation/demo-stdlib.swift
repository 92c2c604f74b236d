func download(_ file: String) async throws {
    print("\(file) begins")
    defer { print("\(file) is closed") }
    try await Task.sleep(for: .seconds(60))
    print("\(file) is complete")
}

let task = Task { try await download("film") }
try await Task.sleep(for: .seconds(1))
task.cancel()
print("asked to stop: \(task.isCancelled)")
do {
    try await task.value
} catch is CancellationError {
    print("main catches a CancellationError")
}
