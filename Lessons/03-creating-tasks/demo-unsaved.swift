import ConcurrencyKit

func save(_ order: Int) async throws {
    print("saving order \(order)")
    try await sleep(for: .milliseconds(100))
    print("order \(order) is saved")
}

func take(_ order: Int) async {
    print("order \(order) is taken")
    createTask { try await save(order) }
}

try run {
    await take(7)
    print("shop closes")
}
