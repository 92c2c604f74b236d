import ConcurrencyKit

func lamp() async throws {
    print("lamp on")
    defer { print("lamp off") }
    try await sleep(for: .seconds(60))
    print("a minute has passed")
}

try run {
    createTask(name: "lamp") { try await lamp() }
    try await sleep(for: .seconds(1))
    print("main ends")
}
print("run has returned")
