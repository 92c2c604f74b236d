import ConcurrencyKit

func wash() async throws {
    print("washing machine starts")
    try await sleep(for: .seconds(60))
    print("laundry is clean")
}

try run {
    let laundry = createTask(name: "laundry") { try await wash() }
    print("I read the paper")
    try await sleep(for: .seconds(10))
    print("I cook")
    try await laundry.value
    print("I hang it up")
}
