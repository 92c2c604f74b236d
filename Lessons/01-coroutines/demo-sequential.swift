import ConcurrencyKit

func log(_ text: String) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)] \(text)")
}

// slice: main
func make(_ dish: String, seconds: Int) async throws -> String {
    log("\(dish) begun")
    try await sleep(for: .seconds(seconds))
    log("\(dish) ready")
    return dish
}

try run {
    let tea = try await make("tea", seconds: 3)
    let toast = try await make("toast", seconds: 2)
    log("served: \(tea) and \(toast)")
}
// end
