import ConcurrencyKit

func visit(with buzzer: Future<String>) async throws {
    print("guest waits")
    let dish = try await buzzer.value
    print("guest eats \(dish)")
}

try run {
    let buzzer = Future<String>()
    let guest = createTask(name: "guest") {
        try await visit(with: buzzer)
    }
    try await sleep(for: .seconds(3))
    try buzzer.setResult("fries")
    print("buzzer rings")
    print("cook tastes \(try await buzzer.value)")
    print("cook waits")
    try await guest.value
    print("cook goes home")
}
